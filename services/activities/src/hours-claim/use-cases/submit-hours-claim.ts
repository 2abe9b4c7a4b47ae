import { conflict, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hoursClaimPolicy } from '../hours-claim.policy.js';
import { submitClaim, type HoursClaimId } from '../hours-claim.js';
import { overlapError } from '../overlap-error.js';

/** Hands a claim in to its host, or again after it was asked about. */
export function submitHoursClaim(
  { transaction, clock }: Deps,
  actor: Actor,
  { claimId }: { readonly claimId: HoursClaimId },
) {
  return transaction(async ({ hoursClaims }) => {
    const facts = await hoursClaims.findFactsLocked(actor, claimId);
    if (facts === null) return err(notFound('HoursClaim'));
    if (!hoursClaimPolicy.can(actor, 'SUBMIT', facts)) return err(notAllowed('SUBMIT', 'HoursClaim'));
    const submitted = submitClaim(facts, clock.now());
    if (!submitted.ok) return submitted;
    const overlap = await hoursClaims.findOverlap(submitted.value);
    if (overlap !== undefined) return err(overlapError(overlap));
    const saved = await hoursClaims.save(submitted.value);
    return saved === null ? err(conflict()) : ok(saved);
  });
}
