import { err, illegalTransition, notAllowed, notFound, ok, systemActor, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { StudyGroupId } from '../../study-group/study-group.js';
import { currentStudyRules } from '../../study-group/study-rules.js';
import { endStudyGroupIn } from '../../study-group/use-cases/move-study-group.js';
import {
  beginSession,
  finishSession,
  type SessionFacts,
  type StudySession,
  type StudySessionId,
} from '../study-session.js';
import { studySessionPolicy } from '../study-session.policy.js';
import { planSessions, type StudyUnit } from './plan-sessions.js';
import { settleLeading } from './settle-leading.js';

/** The task that ends a session that nobody ended. */
export const closeSessionTask = 'close-study-session';

type Which = { readonly sessionId: StudySessionId };

/** Plans what a study group does next, as the platform, once `at` has come; one that rests or ended plans nothing. */
export function planStudySessions(deps: Deps, { groupId, at }: { readonly groupId: StudyGroupId; readonly at: Date }) {
  return deps.transaction(async (unit) => {
    const facts = await unit.studyFacts.findLocked(systemActor('plan-study-sessions'), groupId);
    if (facts === null) return err(notFound('StudyGroup'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (deps.clock.now() < at) return err(illegalTransition('PLAN', facts.group.status));
    return ok(facts.group.status === 'ACTIVE' ? await planSessions(unit, deps, facts.group) : facts.group);
  });
}

/** Begins a session at its hour, as the platform; one that was called off stays so. It ends by itself some hours later. */
export function beginStudySession({ transaction, clock }: Deps, { sessionId }: Which) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.studyFacts.findSessionLocked(systemActor('begin-study-session'), sessionId);
    if (facts === null) return err(notFound('StudySession'));
    if (facts.session.status !== 'PLANNED') return ok(facts.session);
    const begun = beginSession(facts, now);
    if (!begun.ok) return begun;
    const closesAt = new Date(facts.session.endsAt.getTime() + currentStudyRules.closeAfterMs);
    await unit.jobs.enqueue(
      closeSessionTask,
      { sessionId },
      { runAt: closesAt, key: `${closeSessionTask}:${sessionId}` },
    );
    return ok(await unit.studySessions.save(begun.value));
  });
}

/** Ends a session that runs, as its host. */
export function finishStudySession({ transaction, clock }: Deps, actor: Actor, { sessionId }: Which) {
  return transaction(async (unit) => {
    const facts = await unit.studyFacts.findSessionLocked(actor, sessionId);
    if (facts === null) return err(notFound('StudySession'));
    if (!studySessionPolicy.can(actor, 'FINISH', facts)) return err(notAllowed('FINISH', 'StudySession'));
    return finish(unit, facts, clock.now());
  });
}

/** Ends a session that nobody ended, as the platform, once its hours and some more are over. */
export function closeStudySession({ transaction, clock }: Deps, { sessionId }: Which) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.studyFacts.findSessionLocked(systemActor('close-study-session'), sessionId);
    if (facts === null) return err(notFound('StudySession'));
    const { session } = facts;
    if (session.status !== 'RUNNING') return ok(session);
    if (now.getTime() < session.endsAt.getTime() + currentStudyRules.closeAfterMs)
      return err(illegalTransition('FINISH', session.status));
    return finish(unit, facts, now);
  });
}

/** A group ends with the last of too many sessions in a row to which nobody came. */
async function finish(unit: StudyUnit, facts: SessionFacts, now: Date) {
  const attendance = await unit.studyAttendance.listAll(facts.session.id);
  const finished = finishSession(facts, attendance.filter(({ isPresent }) => isPresent).length, now);
  if (!finished.ok) return finished;
  const saved: StudySession = await unit.studySessions.save(finished.value);
  if (saved.status === 'DONE') return ok(await settleLeading(unit, saved, now));
  const { emptyMax } = currentStudyRules;
  const last = await unit.studySessions.listLastHeld(facts.group.id, emptyMax);
  const isForsaken = last.length === emptyMax && last.every(({ skipReason }) => skipReason === 'EMPTY');
  if (isForsaken) await endStudyGroupIn(unit, facts.group);
  return ok(saved);
}
