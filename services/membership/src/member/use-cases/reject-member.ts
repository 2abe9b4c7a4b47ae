import { err, notAllowed, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkReason, type MemberId } from '../member.js';
import { memberPolicy } from '../member.policy.js';
import { changeMemberStatus } from './change-member-status.js';

/** Turns an application down, with a reason that the applicant reads. */
export function rejectMember(
  { transaction, clock }: Deps,
  actor: Actor,
  input: { readonly memberId: MemberId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const member = await unit.members.findVisible(actor, input.memberId);
    if (member === null) return err(notFound('Member'));
    if (!memberPolicy.can(actor, 'REJECT', member)) return err(notAllowed('REJECT', 'Member'));
    const reason = checkReason(input.reason);
    if (!reason.ok) return reason;
    return changeMemberStatus(unit, member, { action: 'REJECT', now: clock.now(), reason: reason.value });
  });
}
