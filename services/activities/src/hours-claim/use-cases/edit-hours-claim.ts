import { conflict, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hoursClaimPolicy } from '../hours-claim.policy.js';
import { editClaim, type HoursClaimId, type HoursClaimPlan } from '../hours-claim.js';

/** Which claim, and what changes; absent fields stay as they are. */
export type EditHoursClaim = { readonly claimId: HoursClaimId; readonly changes: Partial<HoursClaimPlan> };

/** Changes a claim that is not handed in, or that was asked about. */
export function editHoursClaim({ transaction, clock }: Deps, actor: Actor, { claimId, changes }: EditHoursClaim) {
  return transaction(async ({ hoursClaims }) => {
    const facts = await hoursClaims.findFactsLocked(actor, claimId);
    if (facts === null) return err(notFound('HoursClaim'));
    if (!hoursClaimPolicy.can(actor, 'EDIT', facts)) return err(notAllowed('EDIT', 'HoursClaim'));
    const edited = editClaim(facts, changes, clock.now());
    if (!edited.ok) return edited;
    const saved = await hoursClaims.save(edited.value);
    return saved === null ? err(conflict()) : ok(saved);
  });
}
