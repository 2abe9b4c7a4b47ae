import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import { watchHandover } from '../../handover/use-cases/watch-handover.js';
import { dueAfter, nextLookAt } from '../reaffiliation.js';

/** When something is, and where the campus is. */
export type CampusTime = { readonly now: Date; readonly campusZone: string };

/**
 * Saves a group, inside the caller's transaction, that has just been affiliated, again or for the first time, and sets
 * the clock of its next yearly submission.
 */
export async function beginYear(
  unit: Unit<Repositories>,
  group: Group,
  { now, campusZone }: CampusTime,
): Promise<Group> {
  const reaffiliationDueAt = dueAfter(now, campusZone);
  const saved = await unit.groups.save({ ...group, reaffiliationDueAt });
  await followAt(unit, saved, nextLookAt(reaffiliationDueAt, now));
  await watchHandover(unit, saved, now);
  return saved;
}

/** Sets when the group's yearly submission is looked at next. */
export function followAt({ jobs }: Unit<Repositories>, { id }: Group, runAt: Date): Promise<void> {
  return jobs.enqueue('follow-reaffiliation', { groupId: id }, { runAt, key: `reaffiliation:${id}` });
}
