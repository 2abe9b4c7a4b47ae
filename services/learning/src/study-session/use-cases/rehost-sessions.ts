import type { StudyGroup } from '../../study-group/study-group.js';
import type { StudyPlace } from '../../study-group/study-place.js';
import { afterTurn, fairHost } from '../fair-host.js';
import type { StudyUnit } from './plan-sessions.js';

/** Gives planned sessions whose host has no seat any more to whoever's turn it is. Call it under the group's lock. */
export async function rehostSessions(
  unit: Pick<StudyUnit, 'studySessions'>,
  group: StudyGroup,
  seated: readonly StudyPlace[],
): Promise<void> {
  const here = new Set(seated.map(({ memberId }) => memberId));
  const planned = await unit.studySessions.listPlanned(group.id);
  const hostless = planned.filter(({ hostId }) => hostId === undefined || !here.has(hostId));
  if (hostless.length === 0) return;
  let turns = await unit.studySessions.listTurns(group.id);
  for (const session of hostless) {
    const hostId = fairHost(turns);
    if (hostId !== undefined) turns = afterTurn(turns, hostId, session.startsAt);
    await unit.studySessions.save({ ...session, hostId, isHostingOffered: false });
  }
}
