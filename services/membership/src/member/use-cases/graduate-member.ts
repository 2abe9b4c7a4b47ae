import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { membershipEnded } from '../../group/group.js';
import type { MemberId } from '../member.js';
import { changeMemberStatus } from './change-member-status.js';

/**
 * Makes a lapsed member an alumnus when the grace is over, as the platform, and ends their time in every group at that
 * stated instant. Somebody who came back is left alone.
 */
export function graduateMember({ transaction, clock }: Deps, { memberId }: { readonly memberId: MemberId }) {
  const actor = systemActor('graduate-member');
  return transaction(async (unit) => {
    const member = await unit.members.findVisible(actor, memberId);
    if (member === null) return err(notFound('Member'));
    if (member.status !== 'LAPSED') return ok(member);
    // The queue's clock may run ahead of ours; the guard then refuses and the job tries again.
    const graduated = await changeMemberStatus(unit, member, { action: 'GRADUATE', now: clock.now() });
    if (!graduated.ok) return graduated;
    const ended = await unit.groups.endMemberships({ memberId }, member.statusUntil ?? clock.now());
    await unit.outbox.appendMany('GroupMembershipEnded', ended.map(membershipEnded));
    return graduated;
  });
}
