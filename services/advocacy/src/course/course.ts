/*
 * The course of a case through the university's procedure: its stages with their own dates, outcomes and redress, the
 * completion-of-procedures letter that opens the external one, and taking a case up again on a new fact.
 * Life: follows the case. Owner: advocacy.
 */
import type { Id } from '@guildhall/kernel';
import { caseStages, type Case, type CaseId, type CaseOutcome, type CaseStage, type CaseStatus } from '../case/case.js';

/** What an outcome brought the student; several at once. */
export const redressKinds = [
  'APOLOGY',
  'DECISION_RECONSIDERED',
  'DEADLINE_EXTENDED',
  'MARK_PROCESS_RERUN',
  'FEE',
  'ADJUSTMENT',
  'EXPLANATION',
  'PRACTICE_CHANGED',
] as const;

/** One kind of redress. */
export type Redress = (typeof redressKinds)[number];

/** One stage a case has been in, with its own outcome. */
export type StageRecord = {
  readonly caseId: CaseId;
  readonly stage: CaseStage;
  readonly openedAt: Date;
  readonly endedAt: Date | undefined;
  readonly outcome: CaseOutcome | undefined;
  readonly decidedAt: Date | undefined;
  readonly redress: readonly Redress[];
};

/** Why a case that is long closed should be taken up again. */
export const newFacts = ['NEW_EVIDENCE', 'PROMISE_NOT_KEPT', 'HAPPENED_AGAIN', 'PROCEDURE_WAS_WRONG'] as const;

/** One such reason. */
export type NewFact = (typeof newFacts)[number];

/** A student's wish to take up a case again after the time for doing so alone; the words lie sealed with the case. */
export type ReopeningRequest = {
  readonly id: Id<'ReopeningRequest'>;
  readonly caseId: CaseId;
  readonly fact: NewFact;
  readonly askedAt: Date;
  readonly decision: 'GRANTED' | 'REFUSED' | undefined;
  readonly decidedAt: Date | undefined;
};

/** What can be done to the course of a case. */
export const courseActions = [
  'SET_DEADLINE',
  'MEET_DEADLINE',
  'RECORD_COMPLETION',
  'GO_FURTHER',
  'ASK_REOPENING',
  'DECIDE_REOPENING',
] as const;

/** One action on the course of a case. */
export type CourseAction = (typeof courseActions)[number];

/** What an action depends on beside the case: whether a request to take it up again waits, and whether a date is owed. */
export type CourseFacts = { readonly isReopeningAsked: boolean; readonly hasOwedDate: boolean };

const ended: readonly CaseStatus[] = ['CLOSED', 'SIGNPOSTED'];
const unassigned: readonly CaseStatus[] = ['NEW', 'CONFLICT_CHECK', 'CONFLICT', 'TRIAGED'];

/** Whether there is, or soon will be again, work on a case. */
export function isUnderWay({ status }: Pick<Case, 'status'>): boolean {
  return !ended.includes(status) && !unassigned.includes(status);
}

/** The stage that follows without the completion-of-procedures letter; none for a review, and an anonymous case stays informal. */
export function nextStage({ stage, isAnonymous }: Pick<Case, 'stage' | 'isAnonymous'>): CaseStage | undefined {
  const next = caseStages[caseStages.indexOf(stage) + 1];
  const isFormal = next === 'FORMAL' || next === 'REVIEW';
  return next === 'EXTERNAL' || (isFormal && isAnonymous) ? undefined : next;
}

const guards: Readonly<Record<CourseAction, (item: Case, facts: CourseFacts) => boolean>> = {
  SET_DEADLINE: isUnderWay,
  MEET_DEADLINE: (item, { hasOwedDate }) => hasOwedDate && isUnderWay(item),
  RECORD_COMPLETION: (item) =>
    isUnderWay(item) && (item.stage === 'FORMAL' || item.stage === 'REVIEW') && !item.isAnonymous,
  GO_FURTHER: (item) => item.status === 'OUTCOME' && nextStage(item) !== undefined,
  ASK_REOPENING: (item, { isReopeningAsked }) => isOverAndWhole(item) && !isReopeningAsked,
  DECIDE_REOPENING: (item, { isReopeningAsked }) => isOverAndWhole(item) && isReopeningAsked,
};

function isOverAndWhole({ status, dataKey }: Case): boolean {
  return status === 'CLOSED' && dataKey !== undefined;
}

/** Whether an action is possible for the case now; the same answer draws the buttons. */
export function canCourse(action: CourseAction, item: Case, facts: CourseFacts): boolean {
  return guards[action](item, facts);
}

/** The stages of a case with the one it is in: until something happens in it, that one is known from the case alone. */
export function stagesOf({ id, stage, openedAt }: Case, kept: readonly StageRecord[]): readonly StageRecord[] {
  if (kept.some((record) => record.stage === stage)) return kept;
  const began = kept.at(-1)?.endedAt ?? openedAt;
  return [
    ...kept,
    { caseId: id, stage, openedAt: began, endedAt: undefined, outcome: undefined, decidedAt: undefined, redress: [] },
  ];
}
