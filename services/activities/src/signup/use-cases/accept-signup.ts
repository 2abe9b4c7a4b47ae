import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { signupPolicy } from '../signup.policy.js';
import { advanceSignup, type SignupId } from '../signup.js';
import { checkRole } from './check-training.js';
import { checkCaps, collision } from './take-place.js';
import { tellOfShift } from './tell-of-shift.js';

/**
 * Gives somebody who asked a place, if the role still needs one and their other shifts allow it. Of activities at the
 * same time they were asked when they signed up.
 */
export function acceptSignup(
  { transaction, clock, campusZone: zone }: Deps,
  actor: Actor,
  { signupId }: { readonly signupId: SignupId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const facts = await unit.signups.findFactsLocked(actor, signupId);
    if (facts === null) return err(notFound('ShiftSignup'));
    if (!signupPolicy.can(actor, 'ACCEPT', facts)) return err(notAllowed('ACCEPT', 'ShiftSignup'));
    const accepted = advanceSignup(facts, 'ACCEPT', now);
    if (!accepted.ok) return accepted;
    const { memberId, roleId } = facts.signup;
    const open = await checkRole(unit, facts, { roleId, memberId });
    if (!open.ok) return open;
    const caps = await checkCaps({ ...unit, zone }, facts, memberId);
    if (!caps.ok) return caps;
    const saved = await unit.signups.saveTaking(accepted.value);
    if (saved === null) return err(collision());
    await tellOfShift(unit, { sourceId: signupId, memberIds: [memberId], now });
    return ok(saved);
  });
}
