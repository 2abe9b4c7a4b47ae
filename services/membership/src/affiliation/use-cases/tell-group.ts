import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import type { MemberId } from '../../member/member.js';

/** Tells the officers of a group, and whoever else it concerns, that the group stands differently now. */
export async function tellGroup(
  { mandates, notifications }: Unit<Repositories>,
  group: Group,
  { sourceId, now, also = [] }: { readonly sourceId: string; readonly now: Date; readonly also?: readonly MemberId[] },
): Promise<void> {
  await notifications.tell({
    to: [...(await mandates.listOfficers(group.id, now)), ...also],
    reason: 'GROUP_STATUS',
    sourceId,
    subject: { kind: 'GROUP', id: group.id },
    groupId: group.id,
  });
}
