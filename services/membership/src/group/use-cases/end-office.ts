import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { withoutOfficerMs, type GroupId } from '../group.js';
import { endMandate, endOf, type Mandate } from '../mandate.js';

/**
 * Ends a mandate inside the caller's transaction, tells the other services, and starts the group's clock towards
 * dormancy in case nobody else serves it. A mandate that is over is left as it is.
 */
export async function endOffice({ mandates, outbox, jobs }: Unit<Repositories>, mandate: Mandate, groupId: GroupId | undefined, now: Date): Promise<Mandate> {
  const ended = endMandate(mandate, now);
  if (!ended.ok) return mandate;
  const saved = await mandates.saveMandate(ended.value);
  await outbox.append('MandateEnded', saved.id, { mandateId: saved.id, endedAt: endOf(saved).toISOString() });
  await jobs.cancel(`end-mandate:${saved.id}`);
  if (groupId === undefined) return saved;
  await jobs.enqueue('check-dormancy', { groupId }, { runAt: new Date(now.getTime() + withoutOfficerMs), key: `check-dormancy:${groupId}` });
  return saved;
}

/** Ends every mandate of a member, in groups and in the union, as {@link endOffice} does. */
export async function endOfficesOf(unit: Unit<Repositories>, memberId: MemberId, now: Date): Promise<void> {
  const live = await unit.mandates.listLiveOfMember(memberId, now);
  const positions = await unit.mandates.listPositionsById(systemActor('end-offices'), live.map(({ positionId }) => positionId));
  const groupOf = new Map(positions.map(({ id, groupId }) => [id, groupId]));
  for (const mandate of live) await endOffice(unit, mandate, groupOf.get(mandate.positionId), now);
}
