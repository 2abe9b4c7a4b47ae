import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../references/member.js';
import { signupPolicy } from '../signup.policy.js';
import { offerSwap, type SignupId } from '../signup.js';
import { tellOfShift } from './tell-of-shift.js';

/** Which place, and to whom; to everybody where nobody is named. */
export type OfferShiftSwap = { readonly signupId: SignupId; readonly toMemberId: MemberId | undefined };

/** Offers a place to one other person or to everybody who may take it. Until somebody does, it stays one's own. */
export function offerShiftSwap({ transaction, clock }: Deps, actor: Actor, { signupId, toMemberId }: OfferShiftSwap) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.signups.findFactsLocked(actor, signupId);
    if (facts === null) return err(notFound('ShiftSignup'));
    if (!signupPolicy.can(actor, 'OFFER_SWAP', facts)) return err(notAllowed('OFFER_SWAP', 'ShiftSignup'));
    const offered = offerSwap(facts, toMemberId, now);
    if (!offered.ok) return offered;
    const saved = await unit.signups.save(offered.value);
    if (toMemberId !== undefined) await tellOfShift(unit, { sourceId: signupId, memberIds: [toMemberId], now });
    return ok(saved);
  });
}
