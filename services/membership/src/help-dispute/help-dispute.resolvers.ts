import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { helpPolicy } from '../help-request/help-request.policy.js';

/** Resolvers of disputes about help. */
export const helpDisputeResolvers: Resolvers = {
  Query: {
    helpDisputes: (_root, page, { actor, read }) =>
      read.helpDisputes.pageWaiting(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    disputeHelp: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DisputeHelpSuccess',
        await membership.disputeHelp(actor, { ...input, requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
    settleHelpDispute: async (_root, { input }, { actor, membership }) =>
      toResult(
        'SettleHelpDisputeSuccess',
        await membership.settleHelpDispute(actor, { ...input, requestId: toId(input.requestId) }),
        (request) => ({ request }),
      ),
  },
  HelpRequest: {
    dispute: async (request, _args, { actor, loaders }) => {
      const isShown = helpPolicy.canSeeCourse(actor, await loaders.help.facts.load(request));
      return isShown ? ((await loaders.help.disputes.load(request.id)) ?? null) : null;
    },
  },
  HelpDispute: {
    request: async ({ requestId }, _args, { loaders }) => (await loaders.help.requests.load(requestId)) ?? null,
    raisedBy: async ({ raisedBy }, _args, { loaders }) => (await loaders.members.load(raisedBy)) ?? null,
  },
};
