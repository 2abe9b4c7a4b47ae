import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import { skipSession, type StudySessionId } from '../study-session.js';
import { studySessionPolicy } from '../study-session.policy.js';

/** Calls off a session that has not begun, and lets everybody else in the group be told. */
export function skipStudySession(
  { transaction, clock }: Deps,
  actor: Actor,
  { sessionId }: { readonly sessionId: StudySessionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.studyFacts.findSessionLocked(actor, sessionId);
    if (facts === null) return err(notFound('StudySession'));
    if (!studySessionPolicy.can(actor, 'SKIP', facts)) return err(notAllowed('SKIP', 'StudySession'));
    const skipped = skipSession(facts, now);
    if (!skipped.ok) return skipped;
    const saved = await unit.studySessions.save(skipped.value);
    const seated = await unit.studyPlaces.listSeated(saved.groupId);
    const memberIds = seated.map(({ memberId }) => memberId).filter((id) => id !== memberOf(actor));
    await unit.outbox.appendMany(
      'LearningNotice',
      learningNotices({ notice: 'STUDY_SESSION_CHANGED', sourceId: saved.id, aboutId: saved.groupId, memberIds, now }),
    );
    return ok(saved);
  });
}
