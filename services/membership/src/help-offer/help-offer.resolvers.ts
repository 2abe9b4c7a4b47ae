import { isMember, toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { isAsking } from '../help-request/help-request.js';
import { helpOfferLifecycle, type HelpOffer } from './help-offer.js';
import { helpOfferPolicy } from './help-offer.policy.js';

const offerActions = ['ACCEPT', 'DECLINE', 'WITHDRAW'] as const;

/** The request as the viewer can see it now; a hidden one and a closed one make an offer look the same. */
async function statusFor({ actor, now, loaders }: Context, offer: HelpOffer) {
  const request = await loaders.help.requests.load(offer.requestId);
  return helpOfferPolicy.shownStatus(actor, offer, request !== undefined && isAsking(request, now));
}

/** Resolvers of offers. */
export const helpOfferResolvers: Resolvers = {
  Mutation: {
    offerHelp: async (_root, { input }, { actor, membership }) =>
      toResult(
        'OfferHelpSuccess',
        await membership.offerHelp(actor, {
          ...input,
          requestId: toId(input.requestId),
          isOwnWork: input.isOwnWork ?? false,
        }),
        (offer) => ({ offer }),
      ),
    withdrawHelpOffer: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WithdrawHelpOfferSuccess',
        await membership.withdrawHelpOffer(actor, { offerId: toId(input.offerId) }),
        (offer) => ({ offer }),
      ),
    declineHelpOffer: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DeclineHelpOfferSuccess',
        await membership.declineHelpOffer(actor, { offerId: toId(input.offerId) }),
        (offer) => ({ offer }),
      ),
    acceptHelpOffers: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AcceptHelpOffersSuccess',
        await membership.acceptHelpOffers(actor, {
          requestId: toId(input.requestId),
          offerIds: input.offerIds.map((id) => toId(id)),
          idempotencyKey: input.idempotencyKey,
        }),
        (request) => ({ request }),
      ),
  },
  HelpRequest: {
    offers: ({ id, requesterId }, _args, { actor, loaders }) =>
      isMember(actor, requesterId) ? loaders.help.offers.load(id) : [],
    viewerOffer: async (request, _args, { loaders }) => (await loaders.help.facts.load(request)).own ?? null,
  },
  HelpOffer: {
    request: async ({ requestId }, _args, { loaders }) => (await loaders.help.requests.load(requestId)) ?? null,
    helper: async ({ helperId }, _args, { loaders }) => (await loaders.members.load(helperId)) ?? null,
    status: (offer, _args, context) => statusFor(context, offer),
    viewerActions: async (offer, _args, context) => {
      if ((await statusFor(context, offer)) !== 'OFFERED') return [];
      return offerActions.filter(
        (action) =>
          helpOfferLifecycle.can(action, offer, context.now) && helpOfferPolicy.can(context.actor, action, offer),
      );
    },
  },
};
