import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import {
  checkMentorOffer,
  editMentorOffer,
  moveMentorOffer,
  type MentorOfferContent,
  type MentorOfferId,
} from '../mentor-offer.js';
import { mentorOfferPolicy } from '../mentor-pair.policy.js';

/** Offers to be a mentor, or changes the viewer's offer; there is one of each member. */
export function offerMentoring({ transaction, clock, ids }: Deps, actor: Actor, content: MentorOfferContent) {
  return transaction(async ({ mentorOffers }) => {
    const now = clock.now();
    const memberId = memberOf(actor);
    if (memberId === undefined || !mentorOfferPolicy.canOffer(actor)) return err(notAllowed('OFFER', 'MentorOffer'));
    const checked = checkMentorOffer(content);
    if (!checked.ok) return checked;
    const own = await mentorOffers.findOwnLocked(memberId);
    if (own !== null) return ok(await mentorOffers.save(editMentorOffer(own, checked.value, now)));
    const offer = { ...checked.value, id: ids.ordered<'MentorOffer'>(), memberId, offeredAt: now, version: 1 };
    return ok(await mentorOffers.add({ ...offer, status: 'OPEN' }));
  });
}

type Which = { readonly offerId: MentorOfferId };

function move(
  { transaction, clock }: Deps,
  actor: Actor,
  { offerId, action }: Which & { readonly action: 'PAUSE' | 'RESUME' | 'WITHDRAW' },
) {
  return transaction(async ({ mentorOffers }) => {
    const offer = await mentorOffers.findLocked(actor, offerId);
    if (offer === null) return err(notFound('MentorOffer'));
    if (!mentorOfferPolicy.can(actor, action, offer)) return err(notAllowed(action, 'MentorOffer'));
    const moved = moveMentorOffer(offer, action, clock.now());
    return moved.ok ? ok(await mentorOffers.save(moved.value)) : moved;
  });
}

/** Takes no new mentees for the time being. */
export function pauseMentoring(deps: Deps, actor: Actor, which: Which) {
  return move(deps, actor, { ...which, action: 'PAUSE' });
}

/** Takes new mentees again. */
export function resumeMentoring(deps: Deps, actor: Actor, which: Which) {
  return move(deps, actor, { ...which, action: 'RESUME' });
}

/** Takes the offer back; the pairs there are go on. */
export function withdrawMentoring(deps: Deps, actor: Actor, which: Which) {
  return move(deps, actor, { ...which, action: 'WITHDRAW' });
}
