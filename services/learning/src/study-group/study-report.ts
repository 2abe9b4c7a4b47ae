/*
 * A report of a study group: what a member tells the union's officers is wrong in it. Nobody in the group learns who did.
 * Life: waits, then is decided by a union officer who has no place in the group. Owner: learning.
 */
import {
  defineLifecycle,
  FieldChecks,
  isMember,
  isUnionOfficer,
  ok,
  type Actor,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { StudyGroupId } from './study-group.js';

/** The id of a report. */
export type StudyReportId = Id<'StudyReport'>;

/** How a report is decided. */
export type StudyReportOutcome = 'DISMISSED' | 'GROUP_ENDED';

/** A report as stored. */
export type StudyReport = {
  readonly id: StudyReportId;
  readonly groupId: StudyGroupId;
  readonly reporterId: Id<'Member'>;
  readonly reason: 'CONDUCT' | 'ACADEMIC_INTEGRITY' | 'NOT_A_STUDY_GROUP' | 'OTHER';
  readonly words: string;
  readonly reportedAt: Date;
  readonly outcome: StudyReportOutcome | undefined;
  readonly decidedById: Id<'Member'> | undefined;
  readonly decidedAt: Date | undefined;
  readonly note: string | undefined;
  readonly version: number;
};

/** What can be done to a report. */
export type StudyReportAction = 'DECIDE';

/** The life of a report. */
export const studyReportLifecycle = defineLifecycle<StudyReport, 'WAITING' | StudyReportOutcome, StudyReportAction>(
  {
    name: 'StudyReport',
    initial: ['WAITING'],
    states: ['WAITING', 'DISMISSED', 'GROUP_ENDED'],
    transitions: { DECIDE: { from: ['WAITING'], to: ['DISMISSED', 'GROUP_ENDED'] } },
  },
  ({ outcome }) => outcome ?? 'WAITING',
);

/** Who decides: a union officer who neither reported it nor has a place in the group. */
export function mayDecide(actor: Actor, report: StudyReport, { isInGroup }: { readonly isInGroup: boolean }): boolean {
  return isUnionOfficer(actor) && !isMember(actor, report.reporterId) && !isInGroup;
}

/** Checks the words of a report. */
export function checkReport(words: string): Result<string, ValidationError> {
  return new FieldChecks().text('words', words, { min: 10, max: 1000 }).finish(words.trim());
}

/** Decides a report. */
export function decideReport(
  report: StudyReport,
  {
    outcome,
    note,
    by,
    now,
  }: { readonly outcome: StudyReportOutcome; readonly note: string; readonly by: Id<'Member'>; readonly now: Date },
): Result<StudyReport, ValidationError | IllegalTransitionError> {
  const next = studyReportLifecycle.next('DECIDE', report, now, outcome);
  if (!next.ok) return next;
  const checked = new FieldChecks().text('note', note, { min: 5, max: 500 }).finish(note.trim());
  return checked.ok ? ok({ ...report, outcome, note: checked.value, decidedById: by, decidedAt: now }) : checked;
}
