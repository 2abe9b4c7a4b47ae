import { memberOf, toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { promisable } from '../help-credit/help-credit.js';
import { helpKinds } from '../help-request/help-ask.js';
import { creditFloor, kindsForMinors } from '../help-request/help-limits.js';
import { creditsOf, deskOf } from './help-desk.js';

/** Resolvers of a member's own page of asks and offers, and of what is set there. */
export const helpDeskResolvers: Resolvers = {
  Viewer: {
    helpDesk: (_viewer, _args, { actor }) => deskOf(memberOf(actor)),
  },
  Mutation: {
    standByToHelp: async (_root, { input }, { actor, membership }) =>
      toResult(
        'StandByToHelpSuccess',
        await membership.standByToHelp(actor, {
          ...input,
          topics: input.topics ?? [],
          isOwnWork: input.isOwnWork ?? false,
        }),
        (standingOffer) => ({
          standingOffer,
        }),
      ),
    endStandingHelpOffer: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EndStandingHelpOfferSuccess',
        await membership.endStandingHelpOffer(actor, { offerId: toId(input.offerId) }),
        (standingOffer) => ({ standingOffer }),
      ),
    changeHelpSettings: async (_root, { input: { contactLine, showsThanks } }, { actor, membership }) =>
      toResult(
        'ChangeHelpSettingsSuccess',
        await membership.changeHelpSettings(actor, {
          contactLine: contactLine ?? undefined,
          showsThanks: showsThanks ?? undefined,
        }),
        (settings) => ({ settings }),
      ),
    noteMinor: async (_root, { input }, { actor, membership }) =>
      toResult(
        'NoteMinorSuccess',
        await membership.noteMinor(actor, { memberId: toId(input.memberId), until: input.until }),
        (until) => ({ until }),
      ),
  },
  HelpDesk: {
    requests: ({ memberId }, { outstanding, ...page }, { read }) =>
      read.helpRequests.pageOwn(memberId, outstanding, readPageRequest(page, ['instant', 'id'])),
    offers: (_desk, { outstanding, ...page }, { actor, now, read }) =>
      read.helpOffers.pageOwn(actor, { isOutstanding: outstanding, now }, readPageRequest(page, ['instant', 'id'])),
    standingOffers: ({ memberId }, _args, { loaders }) => loaders.help.standing.load(memberId),
    suggestions: ({ memberId }, _args, { actor, now, read }) => read.standingHelpOffers.suggest(actor, memberId, now),
    settings: ({ memberId }, _args, { read }) => read.helpSettings.find(memberId),
    credits: async (desk, _args, { read }) => {
      const { promised } = await read.helpRequests.readPromises(desk.memberId);
      return creditsOf(desk, { promised, balance: await read.helpCredits.readBalance(desk.memberId) });
    },
    kinds: async ({ memberId }, _args, { now, read }) =>
      (await read.helpSettings.isMinor(memberId, now)) ? [...kindsForMinors] : [...helpKinds],
  },
  HelpSuggestion: {
    request: async ({ requestId }, _args, { loaders }) => (await loaders.help.requests.load(requestId)) ?? null,
    standingOffer: async ({ offerId }, _args, { actor, loaders }) => {
      const memberId = memberOf(actor);
      const own = memberId === undefined ? [] : await loaders.help.standing.load(memberId);
      return own.find(({ id }) => id === offerId) ?? null;
    },
  },
  HelpCredits: {
    promisable: (credits) => promisable(credits),
    floor: () => creditFloor,
    movements: ({ memberId }, page, { read }) =>
      read.helpCredits.page(memberId, readPageRequest(page, ['instant', 'id'])),
  },
  HelpCreditMovement: {
    request: async ({ requestId }, _args, { loaders }) => (await loaders.help.requests.load(requestId)) ?? null,
    with: async ({ otherId }, _args, { loaders }) => (await loaders.members.load(otherId)) ?? null,
  },
};
