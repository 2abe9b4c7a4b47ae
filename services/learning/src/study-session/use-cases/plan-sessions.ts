import type { Clock, IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { StudyGroup } from '../../study-group/study-group.js';
import { currentStudyRules } from '../../study-group/study-rules.js';
import { occurrencesOf } from '../../study-group/weekly-times.js';
import { afterTurn, fairHost } from '../fair-host.js';
import type { StudySession } from '../study-session.js';

/** What works inside somebody's transaction on study groups. */
export type StudyUnit = Omit<Unit<Repositories>, 'keys'>;

/** What planning takes beside the transaction. */
export type PlanningDeps = { readonly clock: Clock; readonly ids: IdSource; readonly campusZone: string };

/** The task that begins a session at its hour. */
export const beginSessionTask = 'begin-study-session';
/** The task that plans further sessions. */
export const planSessionsTask = 'plan-study-sessions';

/**
 * Plans what a group that meets does in the next two weeks, each session with the host whose turn it is, and has more
 * planned a week later. What was planned, called off or skipped before is not planned again. Call it under the group's lock.
 */
export async function planSessions(unit: StudyUnit, deps: PlanningDeps, group: StudyGroup): Promise<StudyGroup> {
  const now = deps.clock.now();
  const { planAheadMs, planEveryMs } = currentStudyRules;
  const horizon = new Date(Math.min(now.getTime() + planAheadMs, group.endsAt.getTime()));
  const after = group.plannedUntil !== undefined && group.plannedUntil > now ? group.plannedUntil : now;
  if (horizon > after) await addSessions(unit, deps, { group, after, until: horizon });
  if (now.getTime() + planEveryMs < group.endsAt.getTime())
    await unit.jobs.enqueue(
      planSessionsTask,
      { groupId: group.id },
      { runAt: new Date(now.getTime() + planEveryMs), key: `${planSessionsTask}:${group.id}` },
    );
  return unit.studyGroups.save({ ...group, plannedUntil: horizon > after ? horizon : after });
}

async function addSessions(
  unit: StudyUnit,
  { ids, campusZone: zone }: PlanningDeps,
  { group, after, until }: { readonly group: StudyGroup; readonly after: Date; readonly until: Date },
): Promise<void> {
  let turns = await unit.studySessions.listTurns(group.id);
  for (const { startsAt, endsAt } of occurrencesOf(group.times, { after, until, zone })) {
    const hostId = fairHost(turns);
    if (hostId !== undefined) turns = afterTurn(turns, hostId, startsAt);
    const id = ids.ordered<'StudySession'>();
    const planned: StudySession = {
      id,
      groupId: group.id,
      startsAt,
      endsAt,
      status: 'PLANNED',
      skipReason: undefined,
      hostId,
      isHostingOffered: false,
      ledById: undefined,
      version: 1,
    };
    await unit.studySessions.add(planned);
    await unit.jobs.enqueue(beginSessionTask, { sessionId: id }, { runAt: startsAt, key: `${beginSessionTask}:${id}` });
  }
}

/** Calls off what a group that rests or ended still plans; its jobs find nothing to do. */
export async function callOffPlanned(unit: StudyUnit, group: StudyGroup): Promise<void> {
  for (const session of await unit.studySessions.listPlanned(group.id))
    await unit.studySessions.save({
      ...session,
      status: 'SKIPPED',
      skipReason: 'CALLED_OFF',
      isHostingOffered: false,
    });
}
