import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import { endGroupMembershipsOf } from './end-group-memberships.js';
import { endOffice } from './end-office.js';

/** Ends a group for good, with every office and every membership in it. */
export function dissolveGroup({ transaction, clock }: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const group = await unit.groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'dissolve', group)) return err(notAllowed('dissolve', 'Group'));
    const dissolved = changeGroupStatus(await unit.groups.readFacts(group, now), 'dissolve', now);
    if (!dissolved.ok) return dissolved;
    for (const mandate of await unit.mandates.listLiveOfGroup(groupId, now)) await endOffice(unit, mandate, undefined, now);
    await endGroupMembershipsOf(unit, { groupId }, now);
    await unit.jobs.cancel(`check-dormancy:${groupId}`);
    return ok(await unit.groups.save(dissolved.value));
  });
}
