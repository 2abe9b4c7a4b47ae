import { memberOf, type Actor } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import { readStudyFacts } from '../../study-group/use-cases/read-study-facts.js';
import type { SessionFacts, StudySessionId } from '../study-session.js';

/** A session under the lock of its group, or nothing when missing or hidden. */
export async function readSessionFacts(
  repositories: Pick<Repositories, 'studyGroups' | 'studyPlaces' | 'studySessions' | 'studyAttendance'>,
  actor: Actor,
  sessionId: StudySessionId,
): Promise<SessionFacts | null> {
  const { studySessions, studyAttendance } = repositories;
  const seen = await studySessions.findVisible(actor, sessionId);
  const facts = seen === null ? null : await readStudyFacts(repositories, actor, seen.groupId);
  // Read again under the lock: a job or somebody else in the group may have been first.
  const session = facts === null ? null : await studySessions.findVisible(actor, sessionId);
  if (facts === null || session === null) return null;
  const memberId = memberOf(actor);
  const attendance = memberId === undefined ? [] : await studyAttendance.listAll(sessionId);
  return { ...facts, session, isPresent: attendance.some((one) => one.isPresent && one.memberId === memberId) };
}
