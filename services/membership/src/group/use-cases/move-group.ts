import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Moves a group one step along machine B; nobody else changes its people meanwhile, so that the guards hold. */
export function moveGroup({ transaction, clock }: Deps, actor: Actor, { groupId, step }: { readonly groupId: GroupId; readonly step: 'affiliate' | 'revive' }) {
  return transaction(async ({ groups }) => {
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, step, group)) return err(notAllowed(step, 'Group'));
    const moved = changeGroupStatus(await groups.readFacts(group, now), step, now);
    return moved.ok ? ok(await groups.save(moved.value)) : moved;
  });
}
