import { actorKey, err, notAllowed, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkSuspension, type MemberId } from '../member.js';
import { memberPolicy } from '../member.policy.js';
import { changeMemberStatus } from './change-member-status.js';

/** What a suspension states. */
export type Suspension = { readonly memberId: MemberId; readonly reason: string; readonly until: Date };

/** Withholds a member's rights until an instant, from which they have them back by themselves. The member reads the reason. */
export function suspendMember({ transaction, clock, ids }: Deps, actor: Actor, input: Suspension) {
  return transaction(async (unit) => {
    const now = clock.now();
    const member = await unit.members.findVisible(actor, input.memberId);
    if (member === null) return err(notFound('Member'));
    if (!memberPolicy.can(actor, 'SUSPEND', member)) return err(notAllowed('SUSPEND', 'Member'));
    const suspension = checkSuspension(input, now);
    if (!suspension.ok) return suspension;
    const suspended = await changeMemberStatus(unit, member, { action: 'SUSPEND', now, ...suspension.value });
    if (!suspended.ok) return suspended;
    await unit.membershipAppeals.begin({
      id: ids.ordered(),
      memberId: member.id,
      suspendedBy: actorKey(actor),
      suspendedAt: now,
      endedAt: undefined,
    });
    return suspended;
  });
}
