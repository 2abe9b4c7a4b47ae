import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hoursClaimPolicy } from '../hours-claim.policy.js';
import { hoursVerified, verifyClaim, type HoursClaimId } from '../hours-claim.js';
import { overlapError } from '../overlap-error.js';
import { tellOfHours } from './tell-of-hours.js';

/** Says that a claim is true, by somebody else who speaks for the host. No two claims of one time are ever both verified. */
export function verifyHoursClaim(
  { transaction, clock, ids, campusZone: zone }: Deps,
  actor: Actor,
  { claimId }: { readonly claimId: HoursClaimId },
) {
  return transaction(async (unit) => {
    const { hoursClaims, outbox } = unit;
    const now = clock.now();
    const decidedBy = memberOf(actor);
    const facts = await hoursClaims.findFactsLocked(actor, claimId);
    if (facts === null) return err(notFound('HoursClaim'));
    if (decidedBy === undefined || !hoursClaimPolicy.can(actor, 'VERIFY', facts))
      return err(notAllowed('VERIFY', 'HoursClaim'));
    const verified = verifyClaim(facts, decidedBy, now);
    if (!verified.ok) return verified;
    const overlap = await hoursClaims.findOverlap(verified.value);
    if (overlap !== undefined) return err(overlapError(overlap));
    const saved = await hoursClaims.save(verified.value);
    if (saved === null) return err(overlapError('CLAIM'));
    await outbox.append('HoursVerified', claimId, hoursVerified({ ...facts, claim: saved }, zone));
    await tellOfHours({ outbox, ids }, saved, now);
    return ok(saved);
  });
}
