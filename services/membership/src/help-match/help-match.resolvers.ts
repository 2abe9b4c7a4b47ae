import { isMember, toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { helpLifecycle, type HelpFacts } from '../help-request/help-request.js';
import { helpPolicy } from '../help-request/help-request.policy.js';
import type { HelpMatch } from './help-match.js';

/** A match with what its fields need of the request. */
export type SeenMatch = { readonly match: HelpMatch; readonly facts: HelpFacts };

/** Resolvers of matches, and of what those who are matched arrange. */
export const helpMatchResolvers: Resolvers = {
  Mutation: {
    proposeHelpMeeting: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ProposeHelpMeetingSuccess',
        await membership.proposeHelpMeeting(actor, { ...input, requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    agreeHelpMeeting: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AgreeHelpMeetingSuccess',
        await membership.agreeHelpMeeting(actor, { ...input, requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    unmatchHelp: async (_root, { input }, { actor, membership }) =>
      toResult(
        'UnmatchHelpSuccess',
        await membership.unmatchHelp(actor, { matchId: toId(input.matchId) }),
        (request) => ({ request }),
      ),
    claimHelpDone: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ClaimHelpDoneSuccess',
        await membership.claimHelpDone(actor, { requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    confirmHelpDone: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ConfirmHelpDoneSuccess',
        await membership.confirmHelpDone(actor, { ...input, requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    thankHelper: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ThankHelperSuccess',
        await membership.thankHelper(actor, { ...input, matchId: toId(input.matchId) }),
        (request) => ({ request }),
      ),
  },
  HelpRequest: {
    matches: async (request, _args, { actor, loaders }) => {
      const facts = await loaders.help.facts.load(request);
      return helpPolicy.canSeeCourse(actor, facts) ? facts.helpers.map((match): SeenMatch => ({ match, facts })) : [];
    },
  },
  Member: {
    thanksReceived: async ({ member }, _args, { loaders }) => (await loaders.help.thanks.load(member.id)) ?? null,
  },
  HelpMatch: {
    id: ({ match }) => match.id,
    matchedAt: ({ match }) => match.matchedAt,
    helper: async ({ match }, _args, { loaders }) => (await loaders.members.load(match.helperId)) ?? null,
    contact: async ({ match: { helperId }, facts: { request } }, _args, { actor, loaders }) => {
      if (!helpPolicy.canSeeContact(actor, { request, helperId })) return null;
      const other = isMember(actor, helperId) ? request.requesterId : helperId;
      return (await loaders.help.contacts.load(other)) ?? null;
    },
    conversation: async ({ match }, _args, { loaders }) => {
      const id = await loaders.help.conversationIds.load(match.id);
      return id === undefined ? null : ((await loaders.conversations.load(id)) ?? null);
    },
    thanks: ({ match, facts: { request } }, _args, { actor }) =>
      isMember(actor, match.helperId) || isMember(actor, request.requesterId) ? (match.thanks ?? null) : null,
    viewerActions: ({ match, facts }, _args, { actor, now }) => {
      const isTheirs = isMember(actor, match.helperId) || isMember(actor, facts.request.requesterId);
      return (['UNMATCH', 'THANK'] as const).filter(
        (action) =>
          isTheirs &&
          helpLifecycle.can(action, facts, now) &&
          helpPolicy.can(actor, action, facts) &&
          (action === 'UNMATCH' || match.thankedAt === undefined),
      );
    },
  },
};
