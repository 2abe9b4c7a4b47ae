import { err, notAllowed, notFound, ok, systemActor, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { isAsking, settle } from '../../help-request/help-request.js';
import { stepOffer, type HelpOfferId } from '../help-offer.js';
import { helpOfferPolicy } from '../help-offer.policy.js';

/** Takes an offer back before it is accepted; one that was declined unseen goes the same way. */
export function withdrawHelpOffer(
  { transaction, clock }: Deps,
  actor: Actor,
  { offerId }: { readonly offerId: HelpOfferId },
) {
  return changeOffer({ transaction, clock }, actor, { offerId, action: 'WITHDRAW' });
}

/** Says no to an offer. Its helper is never told; to them it waits until the request closes. */
export async function declineHelpOffer(
  { transaction, clock }: Deps,
  actor: Actor,
  { offerId }: { readonly offerId: HelpOfferId },
) {
  const declined = await changeOffer({ transaction, clock }, actor, { offerId, action: 'DECLINE' });
  if (declined.ok) return declined;
  const { error } = declined;
  // Who asks sees an offer only while it waits.
  return err(error.__typename === 'IllegalTransitionError' ? notFound('HelpOffer') : error);
}

function changeOffer(
  { transaction, clock }: Pick<Deps, 'transaction' | 'clock'>,
  actor: Actor,
  { offerId, action }: { readonly offerId: HelpOfferId; readonly action: 'WITHDRAW' | 'DECLINE' },
) {
  return transaction(async ({ helpRequests, helpOffers }) => {
    const now = clock.now();
    const seen = await helpOffers.findVisible(actor, offerId);
    if (seen === null) return err(notFound('HelpOffer'));
    // The request may be hidden from the helper by now; the offer is theirs to take back all the same.
    const facts = await helpRequests.findFactsLocked(systemActor('change-offer'), seen.requestId, now);
    const offer = facts === null ? null : await helpOffers.findVisible(actor, offerId);
    if (facts === null || offer === null) return err(notFound('HelpOffer'));
    if (!helpOfferPolicy.can(actor, action, offer)) return err(notAllowed(action, 'HelpOffer'));
    const changed = stepOffer(offer, action, now);
    if (!changed.ok) return changed;
    const saved = await helpOffers.save(changed.value);
    if (offer.status === 'OFFERED' && isAsking(facts.request, now)) {
      const settled = settle(facts, 'RECOUNT', { after: { ...facts, waiting: facts.waiting - 1 }, now });
      if (!settled.ok) return settled;
      await helpRequests.save(settled.value);
    }
    return ok(saved);
  });
}
