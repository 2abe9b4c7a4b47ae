import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Recognises a provisional group that has an officer as part of the union. Nobody changes its people meanwhile, so that the guard holds. */
export function affiliateGroup({ transaction, clock }: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return transaction(async ({ groups }) => {
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'AFFILIATE', group)) return err(notAllowed('AFFILIATE', 'Group'));
    const moved = changeGroupStatus(await groups.readFacts(group, now), 'AFFILIATE', now);
    return moved.ok ? ok(await groups.save(moved.value)) : moved;
  });
}
