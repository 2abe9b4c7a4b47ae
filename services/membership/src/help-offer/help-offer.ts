/*
 * An offer to help with one request; each member has at most one there. Life: it waits until the requester accepts it or
 * it lapses with the request. A declined offer is never shown as such to its helper. Owner: membership.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { HelpRequest, HelpRequestId } from '../help-request/help-request.js';
import type { MemberId } from '../member/member.js';

/** The id of an offer. */
export type HelpOfferId = Id<'HelpOffer'>;

/** Where an offer stands. */
export type HelpOfferStatus = 'OFFERED' | 'DECLINED' | 'WITHDRAWN' | 'LAPSED' | 'ACCEPTED';

/** An offer as stored. `declinedAt` stays, so that offering again does not undo a no. */
export type HelpOffer = {
  readonly id: HelpOfferId;
  readonly requestId: HelpRequestId;
  readonly requesterId: MemberId;
  readonly helperId: MemberId;
  readonly words: string;
  readonly status: HelpOfferStatus;
  readonly declinedAt: Date | undefined;
  readonly offeredAt: Date;
  readonly version: number;
};

/** What can happen to an offer. */
export type HelpOfferAction = 'ACCEPT' | 'DECLINE' | 'WITHDRAW' | 'LAPSE' | 'RENEW';

/** The life of an offer. What stands for its helper is `shownStatus`. */
export const helpOfferLifecycle = defineLifecycle<HelpOffer, HelpOfferStatus, HelpOfferAction>(
  {
    name: 'HelpOffer',
    initial: ['OFFERED'],
    states: ['OFFERED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'ACCEPTED'],
    transitions: {
      ACCEPT: { from: ['OFFERED'], to: ['ACCEPTED'] },
      DECLINE: { from: ['OFFERED'], to: ['DECLINED'] },
      WITHDRAW: { from: ['OFFERED', 'DECLINED'], to: ['WITHDRAWN'] },
      // With the request, or with the match it led to.
      LAPSE: { from: ['OFFERED', 'DECLINED', 'ACCEPTED'], to: ['LAPSED'] },
      RENEW: { from: ['WITHDRAWN', 'LAPSED'], to: ['OFFERED', 'DECLINED'] },
    },
  },
  ({ status }) => status,
);

/** Moves an offer. */
export function stepOffer(
  offer: HelpOffer,
  action: Exclude<HelpOfferAction, 'RENEW'>,
  now: Date,
): Result<HelpOffer, IllegalTransitionError> {
  const status = helpOfferLifecycle.next(action, offer, now);
  if (!status.ok) return status;
  return ok({ ...offer, status: status.value, declinedAt: action === 'DECLINE' ? now : offer.declinedAt });
}

/** Checks the words of an offer. */
export function checkOfferWords(words: string): Result<string, ValidationError> {
  return new FieldChecks().text('words', words, { min: 3, max: 1000 }).finish(words.trim());
}

/** A first offer to a request. */
export function offerTo(
  request: HelpRequest,
  made: { readonly id: HelpOfferId; readonly helperId: MemberId; readonly words: string; readonly now: Date },
): HelpOffer {
  return {
    id: made.id,
    requestId: request.id,
    requesterId: request.requesterId,
    helperId: made.helperId,
    words: made.words,
    status: 'OFFERED',
    declinedAt: undefined,
    offeredAt: made.now,
    version: 1,
  };
}

/** The offer made again after it was taken back or lapsed; one that was declined stays so, and its helper is not told. */
export function renewOffer(offer: HelpOffer, words: string, now: Date): Result<HelpOffer, IllegalTransitionError> {
  const target = offer.declinedAt === undefined ? 'OFFERED' : 'DECLINED';
  const status = helpOfferLifecycle.next('RENEW', offer, now, target);
  return status.ok ? ok({ ...offer, words, status: status.value, offeredAt: now }) : status;
}
