import {
  err,
  limitReached,
  memberOf,
  notAllowed,
  ok,
  toId,
  type Actor,
  type IllegalTransitionError,
  type LimitReachedError,
  type NotAllowedError,
  type Result,
} from '@guildhall/kernel';
import { keyedRequest } from '../../conversation/keyed-request.js';
import type { Deps } from '../../deps.js';
import { refuseAssessedWork } from '../../help-request/assessed-work.js';
import { kindsForMinors, liveOffersMax } from '../../help-request/help-limits.js';
import { settle, type HelpFacts, type HelpRequestId } from '../../help-request/help-request.js';
import type { HelpKind } from '../../help-request/help-ask.js';
import { openRequest, type HelpUnit } from '../../help-request/use-cases/open-request.js';
import type { MemberId } from '../../member/member.js';
import { checkOfferWords, offerTo, renewOffer, type HelpOffer, type HelpOfferId } from '../help-offer.js';

/** What somebody offers to which request. */
export type OfferInput = {
  readonly requestId: HelpRequestId;
  readonly words: string;
  readonly isOwnWork: boolean;
  readonly idempotencyKey: string;
};

/**
 * Offers help. The requester is told, unless they said no to this helper before: then the offer waits unseen, and looks
 * to its helper like any other that nobody answered.
 */
export async function offerHelp({ idempotentTransaction, clock, ids }: Deps, actor: Actor, input: OfferInput) {
  const refused = refuseAssessedWork([input.words], input.isOwnWork);
  if (!refused.ok) return refused;
  const words = checkOfferWords(input.words);
  if (!words.ok) return words;
  return idempotentTransaction(
    keyedRequest(actor, 'offerHelp', input),
    async ({ helpOffers }, id) => helpOffers.findVisible(actor, toId(id)),
    async (unit) => {
      const now = clock.now();
      const opened = await openRequest(unit, actor, { requestId: input.requestId, action: 'OFFER', now });
      if (!opened.ok) return opened;
      const facts = opened.value;
      const checked = await checkHelper(unit, actor, { kind: facts.request.kind, now });
      if (!checked.ok) return checked;
      const helperId = checked.value;
      const made = makeOffer(facts, { id: ids.ordered(), helperId, words: words.value, now });
      if (!made.ok) return made;
      const offer = made.value;
      const waiting = facts.waiting + (offer.status === 'OFFERED' ? 1 : 0);
      const moved = settle(facts, 'OFFER', { after: { ...facts, waiting }, now });
      if (!moved.ok) return moved;
      await unit.helpRequests.save(moved.value);
      const { requesterId, id } = facts.request;
      await unit.notifications.tell({
        to: offer.status === 'OFFERED' ? requesterId : [],
        reason: 'HELP_OFFERED',
        sourceId: ids.random(),
        subject: { kind: 'HELP_REQUEST', id },
        from: helperId,
      });
      return ok(facts.own === undefined ? await unit.helpOffers.add(offer) : await unit.helpOffers.save(offer));
    },
  );
}

/** Whether the actor may offer such help now: as a member, of an age for it, without too many offers that wait. */
async function checkHelper(
  { helpSettings, helpOffers }: HelpUnit,
  actor: Actor,
  { kind, now }: { readonly kind: HelpKind; readonly now: Date },
): Promise<Result<MemberId, NotAllowedError | LimitReachedError>> {
  const helperId = memberOf(actor);
  if (helperId === undefined) return err(notAllowed('OFFER', 'HelpRequest'));
  if (!kindsForMinors.includes(kind) && (await helpSettings.isMinor(helperId, now)))
    return err(notAllowed('OFFER', 'HelpRequest'));
  return (await helpOffers.countStanding(helperId)) >= liveOffersMax
    ? err(limitReached(`You may have ${liveOffersMax} offers waiting at a time.`, liveOffersMax))
    : ok(helperId);
}

function makeOffer(
  { request, own }: HelpFacts,
  made: {
    readonly id: HelpOfferId;
    readonly helperId: HelpOffer['helperId'];
    readonly words: string;
    readonly now: Date;
  },
): Result<HelpOffer, IllegalTransitionError> {
  return own === undefined ? ok(offerTo(request, made)) : renewOffer(own, made.words, made.now);
}
