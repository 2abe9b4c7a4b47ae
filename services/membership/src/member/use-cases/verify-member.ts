import { conflict, err, notAllowed, notFound, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../member.js';
import { memberPolicy } from '../member.policy.js';
import { changeMemberStatus } from './change-member-status.js';

/** Makes an applicant a member, after somebody who keeps the register has checked that they study here. */
export function verifyMember(
  { transaction, clock }: Deps,
  actor: Actor,
  { memberId }: { readonly memberId: MemberId },
) {
  return transaction(async (unit) => {
    const { members } = unit;
    const member = await members.findVisible(actor, memberId);
    if (member === null) return err(notFound('Member'));
    if (!memberPolicy.can(actor, 'VERIFY', member)) return err(notAllowed('VERIFY', 'Member'));
    await members.lockNumbers();
    if (await members.isNumberTaken(member.studentNumber, member.id))
      return err(conflict('Another member has this student number.'));
    return changeMemberStatus(unit, member, { action: 'VERIFY', now: clock.now() });
  });
}
