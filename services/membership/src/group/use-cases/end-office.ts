import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { watchHandover } from '../../handover/use-cases/watch-handover.js';
import { dormancyCheck, type GroupId } from '../group.js';
import { endMandate, endOf, type Mandate } from '../mandate.js';

/**
 * Ends a mandate inside the caller's transaction, tells the other services, and starts the group's clock towards
 * dormancy in case nobody else serves it. A mandate that is over is left as it is.
 */
export async function endOffice(
  unit: Unit<Repositories>,
  mandate: Mandate,
  groupId: GroupId | undefined,
  now: Date,
): Promise<Mandate> {
  const { groups, mandates, outbox, jobs } = unit;
  const ended = endMandate(mandate, now);
  if (!ended.ok) return mandate;
  const saved = await mandates.saveMandate(ended.value);
  await outbox.append('MandateEnded', saved.id, { mandateId: saved.id, endedAt: endOf(saved).toISOString() });
  await jobs.cancel(`end-mandate:${saved.id}`);
  await jobs.cancel(`remind-mandate:${saved.id}`);
  await jobs.cancel(`begin-mandate:${saved.id}`);
  await jobs.cancel(`remind-training:${saved.id}`);
  if (groupId === undefined) return saved;
  await jobs.enqueue('check-dormancy', { groupId }, dormancyCheck(groupId, now));
  const group = await groups.findVisible(systemActor('end-office'), groupId);
  if (group !== null) await watchHandover(unit, group, now);
  return saved;
}
