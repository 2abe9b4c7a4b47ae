import {
  actorKey,
  err,
  illegalTransition,
  memberOf,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkIdempotencyKey } from '../../study-group/study-key.js';
import { studySessionLifecycle, type StudySessionId } from '../study-session.js';
import { studySessionPolicy } from '../study-session.policy.js';

/** Which session the viewer is at. */
export type CheckInToStudySession = { readonly sessionId: StudySessionId; readonly idempotencyKey: string | undefined };

/** Says that the viewer is there; their own word, once is enough. */
export async function checkInToStudySession(
  { idempotentTransaction, clock }: Deps,
  actor: Actor,
  { idempotencyKey: key, ...input }: CheckInToStudySession,
) {
  const checkedKey = checkIdempotencyKey(key);
  if (!checkedKey.ok) return checkedKey;
  return idempotentTransaction(
    {
      actor: actorKey(actor),
      key: actor.kind === 'anonymous' ? undefined : key,
      operation: 'checkInToStudySession',
      input,
    },
    ({ studySessions }, id) => studySessions.findVisible(actor, toId(id)),
    async (unit) => {
      const now = clock.now();
      const memberId = memberOf(actor);
      const facts = await unit.studyFacts.findSessionLocked(actor, input.sessionId);
      if (facts === null) return err(notFound('StudySession'));
      const { session, isPresent } = facts;
      if (memberId === undefined || !studySessionPolicy.can(actor, 'CHECK_IN', facts))
        return err(notAllowed('CHECK_IN', 'StudySession'));
      // Somebody whom the host counted may still say so themselves.
      if (!studySessionLifecycle.can('CHECK_IN', { ...facts, isPresent: false }, now))
        return isPresent ? ok(session) : err(illegalTransition('CHECK_IN', session.status));
      await unit.studyAttendance.record(
        [{ sessionId: session.id, memberId, isPresent: true, isByThemselves: true }],
        now,
      );
      return ok(session);
    },
  );
}
