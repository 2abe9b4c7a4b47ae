import { memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { StudyFacts, StudyGroup, StudyGroupId } from '../study-group/study-group.js';
import type { StudyPlace } from '../study-group/study-place.js';
import type { StudyAttendanceRepository } from './study-attendance.repository.js';
import type { SessionFacts, StudySessionId } from './study-session.js';
import type { StudySessionRepository } from './study-session.repository.js';

/** Reads what decisions about study groups and sessions start from, under the lock of the group. */
export type StudyFactsRepository = ReturnType<typeof createStudyFactsRepository>;

/** Where groups and places are read, as far as the actor may see them. */
type Sources = {
  readonly studyGroups: { readonly findLocked: (actor: Actor, id: StudyGroupId) => Promise<StudyGroup | null> };
  readonly studyPlaces: {
    readonly listLastOf: (
      memberId: Id<'Member'> | undefined,
      groupIds: readonly StudyGroupId[],
    ) => Promise<readonly StudyPlace[]>;
  };
  readonly studySessions: StudySessionRepository;
  readonly studyAttendance: StudyAttendanceRepository;
};

/** A repository over others. */
export function createStudyFactsRepository({ studyGroups, studyPlaces, studySessions, studyAttendance }: Sources) {
  const findLocked = async (actor: Actor, groupId: StudyGroupId): Promise<StudyFacts | null> => {
    const group = await studyGroups.findLocked(actor, groupId);
    if (group === null) return null;
    const [place] = await studyPlaces.listLastOf(memberOf(actor), [groupId]);
    return { group, place };
  };
  return {
    /** A study group with the actor's own place, or nothing when missing or hidden. */
    findLocked,

    /** A session, or nothing when missing or hidden. */
    async findSessionLocked(actor: Actor, sessionId: StudySessionId): Promise<SessionFacts | null> {
      const seen = await studySessions.findVisible(actor, sessionId);
      const facts = seen === null ? null : await findLocked(actor, seen.groupId);
      // Read again under the lock: a job or somebody else in the group may have been first.
      const session = facts === null ? null : await studySessions.findVisible(actor, sessionId);
      if (facts === null || session === null) return null;
      const memberId = memberOf(actor);
      const attendance = memberId === undefined ? [] : await studyAttendance.listAll(sessionId);
      return { ...facts, session, isPresent: attendance.some((one) => one.isPresent && one.memberId === memberId) };
    },
  };
}
