import { conflict, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { tellGroup } from '../../affiliation/use-cases/tell-group.js';
import type { Deps } from '../../deps.js';
import { changeGroupStatus, dormancyCheck, membershipEnded, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import { mandateEnded } from '../mandate.js';

/** Ends a group for good, with every office and every membership in it. */
export function dissolveGroup(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { groupId }: { readonly groupId: GroupId },
) {
  return transaction(async (unit) => {
    const { groups, mandates, admissions, outbox, jobs } = unit;
    const now = clock.now();
    const group = await groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'DISSOLVE', group)) return err(notAllowed('DISSOLVE', 'Group'));
    const dissolved = changeGroupStatus(await groups.readFacts(group, now), 'DISSOLVE', now);
    if (!dissolved.ok) return dissolved;
    if ((await groups.listBodies(actor, [groupId])).length > 0)
      return err(conflict('Committees or councils belong to this group. Dissolve them first.'));
    // While it still has officers who can be told.
    await tellGroup(unit, group, { sourceId: ids.random(), now });
    const offices = await mandates.endAll({ groupId }, now);
    const people = await groups.endMemberships({ groupId }, now);
    await outbox.appendMany('MandateEnded', offices.map(mandateEnded));
    await outbox.appendMany('GroupMembershipEnded', people.map(membershipEnded));
    await admissions.endWaiting(groupId, now);
    for (const key of [dormancyCheck(groupId, now).key, `reaffiliation:${groupId}`, `handover:${groupId}`])
      await jobs.cancel(key);
    return ok(await groups.save(dissolved.value));
  });
}
