import { err, notAllowed, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../member.js';
import { memberPolicy } from '../member.policy.js';
import { changeMemberStatus } from './change-member-status.js';

/** Gives a suspended or lapsed member their rights back; lapsed members do it for themselves. */
export function reinstateMember(
  { transaction, clock }: Deps,
  actor: Actor,
  { memberId }: { readonly memberId: MemberId },
) {
  return transaction(async (unit) => {
    const member = await unit.members.findVisible(actor, memberId);
    if (member === null) return err(notFound('Member'));
    if (!memberPolicy.can(actor, 'REINSTATE', member)) return err(notAllowed('REINSTATE', 'Member'));
    return changeMemberStatus(unit, member, { action: 'REINSTATE', now: clock.now() });
  });
}
