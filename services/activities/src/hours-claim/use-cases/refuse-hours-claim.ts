import { conflict, err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { hoursClaimPolicy } from '../hours-claim.policy.js';
import { hoursVoided, refuseClaim, type HoursClaimId } from '../hours-claim.js';
import { tellOfHours } from './tell-of-hours.js';

/** Which claim, and words for whoever made it. */
export type RefuseHoursClaim = { readonly claimId: HoursClaimId; readonly reason: string };

/** Asks whoever made a claim to say more before it is decided. */
export function queryHoursClaim(deps: Deps, actor: Actor, input: RefuseHoursClaim) {
  return refuse(deps, actor, { ...input, action: 'QUERY' });
}

/** Says that a claim does not hold. */
export function rejectHoursClaim(deps: Deps, actor: Actor, input: RefuseHoursClaim) {
  return refuse(deps, actor, { ...input, action: 'REJECT' });
}

/** Takes a verification back; whoever counted the hours is told. */
export function voidHoursClaim(deps: Deps, actor: Actor, input: RefuseHoursClaim) {
  return refuse(deps, actor, { ...input, action: 'VOID' });
}

function refuse(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { claimId, reason, action }: RefuseHoursClaim & { readonly action: 'QUERY' | 'REJECT' | 'VOID' },
) {
  return transaction(async ({ hoursClaims, outbox }) => {
    const now = clock.now();
    const decidedBy = memberOf(actor);
    const facts = await hoursClaims.findFactsLocked(actor, claimId);
    if (facts === null) return err(notFound('HoursClaim'));
    if (decidedBy === undefined || !hoursClaimPolicy.can(actor, action, facts))
      return err(notAllowed(action, 'HoursClaim'));
    const refused = refuseClaim(facts, action, { reason, decidedBy, now });
    if (!refused.ok) return refused;
    const saved = await hoursClaims.save(refused.value);
    if (saved === null) return err(conflict());
    if (action === 'VOID') await outbox.append('HoursVoided', claimId, hoursVoided(saved, now));
    await tellOfHours({ outbox, ids }, saved, now);
    return ok(saved);
  });
}
