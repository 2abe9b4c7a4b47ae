import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Brings a dormant group back that has an officer again. Nobody changes its people meanwhile, so that the guard holds. */
export function reviveGroup({ transaction, clock }: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return transaction(async ({ groups }) => {
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'REVIVE', group)) return err(notAllowed('REVIVE', 'Group'));
    const moved = changeGroupStatus(await groups.readFacts(group, now), 'REVIVE', now);
    return moved.ok ? ok(await groups.save(moved.value)) : moved;
  });
}
