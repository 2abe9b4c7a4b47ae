/*
 * A case: one student's matter with the advice service. Its existence is confidential.
 * Life: machine I on two axes, the stage of the university's procedure and the status of the work. Owner: advocacy alone.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Pseudonym, WrappedKey } from '../sealing/sealing.js';

/** The id of a case; random, so that it tells nothing of order or time. */
export type CaseId = Id<'Case'>;

/** What a case can be about. */
export const caseMatters = ['HOUSING', 'ACADEMIC', 'MONEY', 'COMPLAINT', 'MISCONDUCT', 'OTHER'] as const;

/** What one case is about. */
export type CaseMatter = (typeof caseMatters)[number];

/** How soon a case needs somebody. */
export type CaseUrgency = 'LOW' | 'NORMAL' | 'HIGH';

/** How far a case has gone in the university's procedure, first to last. */
export const caseStages = ['ADVICE', 'EARLY_RESOLUTION', 'FORMAL', 'REVIEW', 'EXTERNAL'] as const;

/** One stage of the university's procedure. */
export type CaseStage = (typeof caseStages)[number];

const statuses = [
  'NEW',
  'CONFLICT_CHECK',
  'CONFLICT',
  'SIGNPOSTED',
  'TRIAGED',
  'OPEN',
  'WAITING_STUDENT',
  'WAITING_DEPARTMENT',
  'IN_MEDIATION',
  'DORMANT',
  'OUTCOME',
  'CLOSED',
  'REOPENED',
] as const;

/** Where the work on a case stands. */
export type CaseStatus = (typeof statuses)[number];

/** How a case ended, in the field's own words. */
export type CaseOutcome =
  | 'RESOLVED_EARLY'
  | 'UPHELD'
  | 'PARTLY_UPHELD'
  | 'NOT_UPHELD'
  | 'SETTLED'
  | 'WITHDRAWN'
  | 'OUT_OF_SCOPE'
  | 'NO_CONTACT'
  | 'SIGNPOSTED'
  | 'MERGED';

/** What is known of a case without its key; every word lies sealed elsewhere. A case without a data key is erased. */
export type Case = {
  readonly id: CaseId;
  readonly student: Pseudonym;
  readonly matter: CaseMatter;
  readonly urgency: CaseUrgency;
  readonly stage: CaseStage;
  readonly status: CaseStatus;
  /** The sign-in subject of the case worker. */
  readonly assignee: string | undefined;
  /** The sign-in subject of a second worker, who reads the file and writes notes. */
  readonly secondWorker: string | undefined;
  /** Since when a case that was worked on waits for a new case worker. */
  readonly vacatedAt: Date | undefined;
  /** Since when somebody is thought to be in danger. */
  readonly flaggedAt: Date | undefined;
  /** The case of the same student that goes on in this one's stead. */
  readonly mergedIntoId: CaseId | undefined;
  readonly outcome: CaseOutcome | undefined;
  readonly openedAt: Date;
  readonly triagedAt: Date | undefined;
  /** When silence makes the case dormant; only while the student is waited for. */
  readonly dormantAt: Date | undefined;
  readonly closedAt: Date | undefined;
  /** Whether only a receipt code leads to the student. */
  readonly isAnonymous: boolean;
  /** Since when a case that somebody opened on the student's behalf waits for the student to confirm it. */
  readonly unconfirmedSince: Date | undefined;
  readonly keyId: string;
  readonly dataKey: Uint8Array | undefined;
  readonly version: number;
};

/** What can happen to the work on a case. */
export type CaseAction =
  | 'ACKNOWLEDGE'
  | 'TRIAGE'
  | 'SIGNPOST'
  | 'ASSIGN'
  | 'POST_MESSAGE'
  | 'AWAIT_STUDENT'
  | 'AWAIT_DEPARTMENT'
  | 'RESUME'
  | 'FALL_DORMANT'
  | 'START_MEDIATION'
  | 'END_MEDIATION'
  | 'DRAFT_REFERRAL'
  | 'RECORD_OUTCOME'
  | 'CLOSE'
  | 'WITHDRAW'
  | 'REOPEN'
  | 'RECUSE'
  | 'NAME_SECOND'
  | 'RAISE_WALL'
  | 'WRITE_NOTE'
  | 'OPEN_IDENTITY'
  | 'FLAG'
  | 'UNFLAG'
  | 'PROPOSE_STEP'
  | 'LINK'
  | 'MERGE';

/** A closed case can be taken up again for this long (machine I), in milliseconds. */
export const reopenMs = 30 * 86_400_000;

const worked = ['OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT', 'REOPENED'] as const;
const living = [
  'NEW',
  'CONFLICT_CHECK',
  'CONFLICT',
  'TRIAGED',
  ...worked,
  'IN_MEDIATION',
  'DORMANT',
  'OUTCOME',
] as const;
const movable = [
  'NEW',
  'CONFLICT_CHECK',
  'TRIAGED',
  'OPEN',
  'WAITING_STUDENT',
  'DORMANT',
  'OUTCOME',
  'REOPENED',
] as const;
/** What stays as it is when a case changes hands. */
const handedOver = [...worked, 'IN_MEDIATION', 'DORMANT', 'OUTCOME'] as const;

/** The status axis of machine I. */
export const caseLifecycle = defineLifecycle<Case, CaseStatus, CaseAction>(
  {
    name: 'Case',
    initial: ['NEW'],
    states: statuses,
    transitions: {
      ACKNOWLEDGE: { from: ['NEW'], to: ['CONFLICT_CHECK', 'CONFLICT'] },
      TRIAGE: { from: ['CONFLICT_CHECK', 'CONFLICT'], to: ['TRIAGED', 'CONFLICT'] },
      SIGNPOST: { from: ['CONFLICT', 'TRIAGED'], to: ['SIGNPOSTED'] },
      ASSIGN: { from: ['CONFLICT', 'TRIAGED', ...handedOver], to: handedOver },
      POST_MESSAGE: { from: living, to: living },
      AWAIT_STUDENT: { from: ['OPEN', 'REOPENED'], to: ['WAITING_STUDENT'] },
      AWAIT_DEPARTMENT: { from: worked, to: ['WAITING_DEPARTMENT'] },
      RESUME: { from: ['WAITING_STUDENT', 'WAITING_DEPARTMENT', 'DORMANT'], to: ['OPEN'] },
      FALL_DORMANT: {
        from: ['WAITING_STUDENT'],
        to: ['DORMANT'],
        guard: ({ dormantAt }, now) => dormantAt !== undefined && dormantAt <= now,
      },
      START_MEDIATION: { from: ['OPEN', 'REOPENED'], to: ['IN_MEDIATION'] },
      END_MEDIATION: { from: ['IN_MEDIATION'], to: ['OPEN'] },
      DRAFT_REFERRAL: {
        from: worked,
        to: worked,
        // Nothing is shared before the student has confirmed what somebody told for them.
        guard: ({ unconfirmedSince }) => unconfirmedSince === undefined,
      },
      RECORD_OUTCOME: { from: worked, to: ['OUTCOME'] },
      CLOSE: { from: ['OUTCOME', 'DORMANT'], to: ['CLOSED'] },
      WITHDRAW: { from: living, to: ['CLOSED'] },
      REOPEN: {
        from: ['CLOSED'],
        to: ['REOPENED'],
        guard: ({ closedAt, mergedIntoId, dataKey }, now) =>
          mergedIntoId === undefined &&
          dataKey !== undefined &&
          closedAt !== undefined &&
          now.getTime() - closedAt.getTime() <= reopenMs,
      },
      RECUSE: { from: handedOver, to: handedOver, guard: isHeld },
      NAME_SECOND: { from: handedOver, to: handedOver, guard: isHeld },
      RAISE_WALL: { from: living, to: living },
      WRITE_NOTE: { from: [...handedOver, 'CLOSED'], to: [...handedOver, 'CLOSED'] },
      OPEN_IDENTITY: { from: handedOver, to: handedOver },
      FLAG: { from: living, to: living, guard: ({ flaggedAt }) => flaggedAt === undefined },
      UNFLAG: { from: living, to: living, guard: ({ flaggedAt }) => flaggedAt !== undefined },
      PROPOSE_STEP: { from: handedOver, to: handedOver },
      LINK: { from: living, to: living },
      // What others owe an answer to, or try to settle, is not moved under their hands.
      MERGE: { from: movable, to: ['CLOSED'] },
    },
  },
  (item) => item.status,
);

function isHeld({ assignee }: Case): boolean {
  return assignee !== undefined;
}

/** Whether somebody works on a case in that status, for the student or while others owe a word. */
export function isWorkedOn(status: CaseStatus): boolean {
  return worked.some((one) => one === status);
}

/** Moves the work along the status axis; `target` where the action leads to several states. */
export function changeCaseStatus(
  item: Case,
  action: CaseAction,
  now: Date,
  target?: CaseStatus,
): Result<Case, IllegalTransitionError> {
  const status = caseLifecycle.next(action, item, now, target);
  if (!status.ok) return status;
  const isClosed = status.value === 'CLOSED' || status.value === 'SIGNPOSTED';
  return ok({ ...item, status: status.value, dormantAt: undefined, closedAt: isClosed ? now : undefined });
}

/**
 * The case as its student may know it. A hit of the conflict check is not told: it would reveal that somebody they
 * named has a case too. Until it is decided how to go on, the check simply seems to last.
 */
export function asSeenByStudent(item: Case): Case {
  return { ...item, status: statusSeenByStudent(item) };
}

/** The status of a case as its student may know it. */
export function statusSeenByStudent({ status, triagedAt }: Pick<Case, 'status' | 'triagedAt'>): CaseStatus {
  if (status !== 'CONFLICT') return status;
  return triagedAt === undefined ? 'CONFLICT_CHECK' : 'TRIAGED';
}

/** A case in its first state. */
export function openCase(
  id: CaseId,
  {
    student,
    matter,
    key,
    now,
  }: { readonly student: Pseudonym; readonly matter: CaseMatter; readonly key: WrappedKey; readonly now: Date },
): Case {
  return {
    id,
    student,
    matter,
    urgency: 'NORMAL',
    stage: 'ADVICE',
    status: 'NEW',
    assignee: undefined,
    secondWorker: undefined,
    vacatedAt: undefined,
    flaggedAt: undefined,
    mergedIntoId: undefined,
    outcome: undefined,
    openedAt: now,
    triagedAt: undefined,
    dormantAt: undefined,
    closedAt: undefined,
    isAnonymous: false,
    unconfirmedSince: undefined,
    ...key,
    version: 1,
  };
}

/** A message between the student and the case worker; its words are sealed. */
export type CaseMessage = {
  readonly id: Id<'CaseMessage'>;
  readonly caseId: CaseId;
  readonly author: 'STUDENT' | 'REPRESENTATIVE' | 'CASE_WORKER';
  readonly sentAt: Date;
};

/** Checks the words of a message, an answer or a summary. */
export function checkText(path: string, text: string): Result<string, ValidationError> {
  return new FieldChecks().text(path, text, { max: 5000 }).finish(text.trim());
}
