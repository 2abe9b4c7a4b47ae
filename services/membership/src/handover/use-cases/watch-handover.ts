import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import { handoverOf, nextLook } from '../handover.js';

/**
 * Sets the clock, inside the caller's transaction, by which the group's people are warned that nobody will serve it. To
 * be called after every change of the group's mandates.
 */
export async function watchHandover({ groups, jobs }: Unit<Repositories>, group: Group, now: Date): Promise<void> {
  const handover = handoverOf(await groups.readFacts(group, now), now);
  const key = `handover:${group.id}`;
  if (handover === undefined) return jobs.cancel(key);
  const runAt = handover.state === 'SERVED' ? (nextLook(handover) ?? now) : now;
  return jobs.enqueue('alert-handover', { groupId: group.id }, { runAt, key });
}
