import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { Admission } from '../admission.js';

/** Tells the officers of a group that somebody asks to come in, inside the caller's transaction. */
export async function tellOfficers(
  { mandates, notifications }: Unit<Repositories>,
  { id, groupId, memberId }: Admission,
  now: Date,
): Promise<void> {
  await notifications.tell({
    to: await mandates.listOfficers(groupId, now),
    reason: 'GROUP_REQUESTED',
    sourceId: id,
    subject: { kind: 'GROUP', id: groupId },
    groupId,
    from: memberId,
  });
}
