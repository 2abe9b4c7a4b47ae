import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../member.js';
import { changeMemberStatus } from './change-member-status.js';

/** Gives a suspended member their rights back when the suspension is over, as the platform. Anybody else is left alone. */
export function expireSuspension({ transaction, clock }: Deps, { memberId }: { readonly memberId: MemberId }) {
  const actor = systemActor('reinstate-member');
  return transaction(async (unit) => {
    const now = clock.now();
    const member = await unit.members.findVisible(actor, memberId);
    if (member === null) return err(notFound('Member'));
    if (member.status !== 'SUSPENDED') return ok(member);
    if (member.statusUntil !== undefined && member.statusUntil > now)
      return err(illegalTransition('REINSTATE', 'SUSPENDED'));
    return changeMemberStatus(unit, member, { action: 'REINSTATE', now });
  });
}
