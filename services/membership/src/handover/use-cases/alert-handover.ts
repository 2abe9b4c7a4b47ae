import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { Group, GroupId } from '../../group/group.js';
import { handoverOf, nextLook, type Handover } from '../handover.js';

/** Which group to look at, and since when there is reason to. */
export type AlertHandover = { readonly groupId: GroupId; readonly at: Date };

/**
 * Warns a group's people and the union's officers, as the platform, that nobody will serve the group in two weeks, and
 * again when nobody does. Each is told once of each end.
 */
export function alertHandover({ transaction, clock, ids }: Deps, { groupId, at }: AlertHandover) {
  return transaction(async (unit) => {
    const now = clock.now();
    const group = await unit.groups.findVisible(systemActor('alert-handover'), groupId);
    if (group === null) return err(notFound('Group'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (now < at) return err(illegalTransition('ALERT', 'EARLY'));
    const handover = handoverOf(await unit.groups.readFacts(group, now), now);
    if (handover === undefined) return ok(group);
    if (handover.state !== 'SERVED') await alert(unit, { group, handover, now, id: ids.random() });
    const runAt = nextLook(handover);
    if (runAt !== undefined)
      await unit.jobs.enqueue('alert-handover', { groupId }, { runAt, key: `handover:${groupId}` });
    return ok(group);
  });
}

type Alert = { readonly group: Group; readonly handover: Handover; readonly now: Date; readonly id: string };

async function alert(
  { groupAlerts, mandates, notifications }: Unit<Repositories>,
  { group, handover, now, id }: Alert,
): Promise<void> {
  const kind = handover.state === 'ENDING' ? 'OFFICERS_ENDING' : 'OFFICERS_MISSING';
  const isNew = await groupAlerts.addOnce({ id, groupId: group.id, kind, about: handover.servedUntil, toldAt: now });
  if (!isNew) return;
  await notifications.tell({
    to: [...(await groupAlerts.listWhoMayStand(group.id)), ...(await mandates.listUnionOfficers(now))],
    reason: 'OFFICERS_MISSING',
    sourceId: id,
    subject: { kind: 'GROUP', id: group.id },
    groupId: group.id,
  });
}
