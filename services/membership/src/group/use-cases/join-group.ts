import { err, illegalTransition, isInGroup, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { admitMember } from '../../admission/use-cases/admit-member.js';
import type { Deps } from '../../deps.js';
import { groupLifecycle, joinGroup as join, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';

/** Makes the viewer a member of a group that is open to all. Joining twice is joining once. */
export function joinGroup({ transaction, clock, ids }: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    // Locked, so that nobody joins a group in the instant it is dissolved.
    const group = await unit.groups.findVisibleLocked(actor, groupId);
    const memberId = memberOf(actor);
    if (group === null) return err(notFound('Group'));
    if (isInGroup(actor, groupId)) return ok(group);
    if (memberId === undefined || !groupPolicy.can(actor, 'JOIN', group)) return err(notAllowed('JOIN', 'Group'));
    const facts = await unit.groups.readFacts(group, now);
    if (!groupLifecycle.can('JOIN', facts, now)) return err(illegalTransition('JOIN', group.status));
    if (!(await unit.groups.addMembership(join(group, memberId, ids.ordered(), now)))) {
      // A request or an invitation from before becomes the membership; whoever is in already stays in.
      const waiting = await unit.admissions.findWaiting(groupId, memberId);
      if (waiting === null) return ok(group);
      await unit.admissions.save({ ...waiting, status: 'ACTIVE', since: now });
    }
    return ok(await admitMember(unit, group, { memberId, now }));
  });
}
