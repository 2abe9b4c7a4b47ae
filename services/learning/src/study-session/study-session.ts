/*
 * A session: one meeting of a study group, planned from its weekly times.
 * Life: second part of machine M; it begins and ends at its hours, by jobs. Owner: learning.
 */
import { defineLifecycle, ok, type Id, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { StudyFacts, StudyGroupId } from '../study-group/study-group.js';
import { currentStudyRules } from '../study-group/study-rules.js';

/** The id of a session. */
export type StudySessionId = Id<'StudySession'>;

/** Where a session stands. */
export type StudySessionStatus = 'PLANNED' | 'RUNNING' | 'DONE' | 'SKIPPED';

/** A session as stored. `ledById` is its host while hosting it counts as leading. */
export type StudySession = {
  readonly id: StudySessionId;
  readonly groupId: StudyGroupId;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: StudySessionStatus;
  readonly skipReason: 'CALLED_OFF' | 'EMPTY' | undefined;
  readonly hostId: Id<'Member'> | undefined;
  readonly isHostingOffered: boolean;
  readonly ledById: Id<'Member'> | undefined;
  readonly version: number;
};

/** Whether a member was at a session, and whether they said so themselves. */
export type StudyAttendance = {
  readonly sessionId: StudySessionId;
  readonly memberId: Id<'Member'>;
  readonly isPresent: boolean;
  readonly isByThemselves: boolean;
};

/** How many were at a session, and whether the viewer is one. */
export type Presence = { readonly count: number; readonly isViewer: boolean };

/** A session with its group, the viewer's place in it, and whether the viewer is counted as there. */
export type SessionFacts = StudyFacts & { readonly session: StudySession; readonly isPresent: boolean };

/** What a viewer may do with a session. */
export type StudySessionAction =
  | 'CHECK_IN'
  | 'RECORD'
  | 'FINISH'
  | 'SKIP'
  | 'OFFER_HOSTING'
  | 'KEEP_HOSTING'
  | 'TAKE_HOSTING'
  | 'ADD_NOTE';

/** What can happen to a session: what viewers do, and its beginning, which is the clock's. */
export type StudySessionMove = StudySessionAction | 'BEGIN';

const isGoingOn = ({ group }: SessionFacts): boolean => group.status !== 'ARCHIVED';

/** Only what took place is written down afterwards, for some days. */
function mayRecord({ session }: SessionFacts, now: Date): boolean {
  return now.getTime() < session.endsAt.getTime() + currentStudyRules.correctionMs;
}

/** The life of a session. */
export const studySessionLifecycle = defineLifecycle<SessionFacts, StudySessionStatus, StudySessionMove>(
  {
    name: 'StudySession',
    initial: ['PLANNED'],
    states: ['PLANNED', 'RUNNING', 'DONE', 'SKIPPED'],
    transitions: {
      BEGIN: { from: ['PLANNED'], to: ['RUNNING'], guard: ({ session }, now) => now >= session.startsAt },
      CHECK_IN: {
        from: ['RUNNING'],
        to: ['RUNNING'],
        guard: ({ session, isPresent }, now) =>
          !isPresent && now.getTime() < session.endsAt.getTime() + currentStudyRules.checkInGraceMs,
      },
      RECORD: { from: ['RUNNING', 'DONE'], to: ['RUNNING', 'DONE'], guard: mayRecord },
      FINISH: { from: ['RUNNING'], to: ['DONE', 'SKIPPED'] },
      SKIP: { from: ['PLANNED'], to: ['SKIPPED'] },
      OFFER_HOSTING: { from: ['PLANNED'], to: ['PLANNED'], guard: ({ session }) => !session.isHostingOffered },
      KEEP_HOSTING: { from: ['PLANNED'], to: ['PLANNED'], guard: ({ session }) => session.isHostingOffered },
      TAKE_HOSTING: { from: ['PLANNED'], to: ['PLANNED'], guard: ({ session }) => session.isHostingOffered },
      ADD_NOTE: { from: ['PLANNED', 'RUNNING', 'DONE'], to: ['PLANNED', 'RUNNING', 'DONE'], guard: isGoingOn },
    },
  },
  ({ session }) => session.status,
);

/** Begins a session at its hour. */
export function beginSession(facts: SessionFacts, now: Date): Result<StudySession, IllegalTransitionError> {
  const status = studySessionLifecycle.next('BEGIN', facts, now);
  return status.ok ? ok({ ...facts.session, status: status.value, isHostingOffered: false }) : status;
}

/** Ends a session that runs: it took place if anybody was there. */
export function finishSession(
  facts: SessionFacts,
  presentCount: number,
  now: Date,
): Result<StudySession, IllegalTransitionError> {
  const target = presentCount > 0 ? 'DONE' : 'SKIPPED';
  const status = studySessionLifecycle.next('FINISH', facts, now, target);
  if (!status.ok) return status;
  return ok({ ...facts.session, status: status.value, skipReason: target === 'SKIPPED' ? 'EMPTY' : undefined });
}

/** Calls off a session that has not begun. */
export function skipSession(facts: SessionFacts, now: Date): Result<StudySession, IllegalTransitionError> {
  const status = studySessionLifecycle.next('SKIP', facts, now);
  if (!status.ok) return status;
  return ok({ ...facts.session, status: status.value, skipReason: 'CALLED_OFF', isHostingOffered: false });
}

/** Passes the question who hosts a session on. */
export function moveHosting(
  facts: SessionFacts,
  action: 'OFFER_HOSTING' | 'KEEP_HOSTING' | 'TAKE_HOSTING',
  { by, now }: { readonly by: Id<'Member'>; readonly now: Date },
): Result<StudySession, IllegalTransitionError> {
  const status = studySessionLifecycle.next(action, facts, now);
  if (!status.ok) return status;
  return ok({ ...facts.session, hostId: by, isHostingOffered: action === 'OFFER_HOSTING' });
}

/**
 * Whether hosting a study session counts as leading it: it took place, the host was there, and enough others said
 * themselves that they were, since nobody's own word makes their own record.
 */
export function isLed(session: StudySession, attendance: readonly StudyAttendance[]): boolean {
  const { hostId, status } = session;
  const present = attendance.filter(({ isPresent }) => isPresent);
  const others = present.filter(({ memberId, isByThemselves }) => isByThemselves && memberId !== hostId);
  return (
    status === 'DONE' &&
    hostId !== undefined &&
    present.some(({ memberId }) => memberId === hostId) &&
    others.length >= currentStudyRules.othersMin
  );
}
