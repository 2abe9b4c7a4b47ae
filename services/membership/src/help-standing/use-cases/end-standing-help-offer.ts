import { err, memberOf, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { helpPolicy } from '../../help-request/help-request.policy.js';
import type { StandingHelpOfferId } from '../standing-help-offer.js';

/** Ends a standing offer of one's own; nothing is suggested by it any more. */
export function endStandingHelpOffer(
  { transaction, clock }: Deps,
  actor: Actor,
  { offerId }: { readonly offerId: StandingHelpOfferId },
) {
  return transaction(async ({ standingHelpOffers }) => {
    const helperId = memberOf(actor);
    const isTheirs = helperId !== undefined && helpPolicy.canAsk(actor);
    const offer = !isTheirs ? null : await standingHelpOffers.findOwnLocked(helperId, offerId);
    if (offer === null) return err(notFound('StandingHelpOffer'));
    return ok(await standingHelpOffers.save({ ...offer, endedAt: clock.now() }));
  });
}
