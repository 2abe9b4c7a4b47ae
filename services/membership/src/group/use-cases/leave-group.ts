import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupLifecycle, leaveGroup as leave, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import { endOffice } from './end-office.js';

/** Ends the viewer's membership of a group, and with it every office they hold there. */
export function leaveGroup({ transaction, clock }: Deps, actor: Actor, { groupId }: { readonly groupId: GroupId }) {
  return transaction(async (unit) => {
    const now = clock.now();
    const group = await unit.groups.findVisibleLocked(actor, groupId);
    const memberId = memberOf(actor);
    if (group === null) return err(notFound('Group'));
    if (memberId === undefined || !groupPolicy.can(actor, 'LEAVE', group)) return err(notAllowed('LEAVE', 'Group'));
    const facts = await unit.groups.readFacts(group, now);
    if (!groupLifecycle.can('LEAVE', facts, now)) return err(illegalTransition('LEAVE', group.status));
    const membership = await unit.groups.findMembership(groupId, memberId);
    if (membership === null) return err(notFound('GroupMembership'));
    for (const mandate of await unit.mandates.listLiveInGroup(groupId, memberId, now))
      await endOffice(unit, mandate, groupId, now);
    await unit.groups.saveMembership(leave(membership, now));
    await unit.outbox.append('GroupMembershipEnded', `${groupId}:${memberId}`, { groupId, memberId });
    return ok(group);
  });
}
