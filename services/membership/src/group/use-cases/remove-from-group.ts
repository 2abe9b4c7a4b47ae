import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { groupLifecycle, removeFromGroup as remove, type GroupId } from '../group.js';
import { groupPolicy } from '../group.policy.js';
import { endOffice } from './end-office.js';

/** Whom to put out of which group, and why. */
export type Removal = { readonly groupId: GroupId; readonly memberId: MemberId; readonly reason: string };

/** Puts a member out of a group, with a reason, and ends their offices there. They may ask to join again. */
export function removeFromGroup({ transaction, clock }: Deps, actor: Actor, { groupId, memberId, reason }: Removal) {
  return transaction(async (unit) => {
    const now = clock.now();
    const group = await unit.groups.findVisibleLocked(actor, groupId);
    if (group === null) return err(notFound('Group'));
    if (!groupPolicy.can(actor, 'REMOVE_MEMBER', group)) return err(notAllowed('REMOVE_MEMBER', 'Group'));
    // Whoever may remove people may read the roster, so somebody outside it can be named as such.
    const membership = await unit.groups.findMembership(groupId, memberId);
    if (membership === null) return err(notFound('GroupMembership'));
    const offices = await unit.mandates.listLiveInGroup(groupId, memberId, now);
    if (!groupPolicy.canRemove(actor, group, { holdsOffice: offices.length > 0 }))
      return err(notAllowed('REMOVE_MEMBER', 'Group'));
    if (!groupLifecycle.can('REMOVE_MEMBER', await unit.groups.readFacts(group, now), now))
      return err(illegalTransition('REMOVE_MEMBER', group.status));
    const removed = remove(membership, reason, now);
    if (!removed.ok) return removed;
    for (const mandate of offices) await endOffice(unit, mandate, groupId, now);
    await unit.groups.saveMembership(removed.value);
    await unit.outbox.append('GroupMembershipEnded', `${groupId}:${memberId}`, { groupId, memberId });
    await unit.notifications.tell({
      to: memberId,
      reason: 'GROUP_REMOVED',
      sourceId: membership.id,
      subject: { kind: 'GROUP', id: groupId },
      groupId,
    });
    return ok(group);
  });
}
