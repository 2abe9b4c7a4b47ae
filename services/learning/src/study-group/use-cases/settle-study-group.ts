import { learningNotices } from '../../notice/learning-notice.js';
import { rehostSessions } from '../../study-session/use-cases/rehost-sessions.js';
import {
  callOffPlanned,
  planSessions,
  type PlanningDeps,
  type StudyUnit,
} from '../../study-session/use-cases/plan-sessions.js';
import type { StudyGroup } from '../study-group.js';
import { movePlace, type StudyPlace } from '../study-place.js';

/**
 * Brings a study group in line with its places, under its lock and inside the caller's transaction: free seats go to
 * whoever waited longest, an organiser who left is followed by whoever sat there longest, a group begins when it has the
 * members it needs, and ends when nobody is left. Doing it twice is doing it once.
 */
export async function settleStudyGroup(unit: StudyUnit, deps: PlanningDeps, group: StudyGroup): Promise<StudyGroup> {
  const now = deps.clock.now();
  const seated = await fillSeats(unit, group, now);
  const isLeft = seated.some(({ memberId }) => memberId === group.organiserId);
  const followed: StudyGroup = isLeft ? group : { ...group, organiserId: seated[0]?.memberId };
  const settled = withStatus(followed, seated.length);
  const isChanged = settled.status !== group.status || settled.organiserId !== group.organiserId;
  const saved = isChanged ? await unit.studyGroups.save(settled) : group;
  if (saved.status === 'ARCHIVED') {
    await callOffPlanned(unit, saved);
    return saved;
  }
  await rehostSessions(unit, saved, seated);
  return saved.status === 'ACTIVE' && saved.plannedUntil === undefined ? planSessions(unit, deps, saved) : saved;
}

function withStatus(group: StudyGroup, seats: number): StudyGroup {
  if (seats === 0) return { ...group, status: 'ARCHIVED', plannedUntil: undefined };
  const begins = group.status === 'FORMING' && seats >= group.membersMin;
  return begins ? { ...group, status: 'ACTIVE', plannedUntil: undefined } : group;
}

/** Gives free seats in order. Whoever a block keeps from somebody with a seat is passed over and goes on waiting. */
async function fillSeats(unit: StudyUnit, group: StudyGroup, now: Date): Promise<readonly StudyPlace[]> {
  let seated = await unit.studyPlaces.listSeated(group.id);
  while (seated.length < group.capacity) {
    const next = await unit.studyPlaces.findNext(group.id);
    if (next === null) return seated;
    const given = await unit.studyPlaces.save(movePlace(next, 'SEATED', { now }));
    await unit.outbox.appendMany(
      'LearningNotice',
      learningNotices({
        notice: 'STUDY_PLACE_GIVEN',
        sourceId: given.id,
        aboutId: group.id,
        memberIds: [given.memberId],
        now,
      }),
    );
    seated = [...seated, given];
  }
  return seated;
}
