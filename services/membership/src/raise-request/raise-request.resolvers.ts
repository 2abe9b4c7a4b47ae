import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { raiseRequestLifecycle } from './raise-request.js';
import { raiseRequestPolicy } from './raise-request.policy.js';

/** Resolvers of the noun RaiseRequest. */
export const raiseRequestResolvers: Resolvers = {
  Mutation: {
    askToRaise: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AskToRaiseSuccess',
        await membership.askToRaise(actor, { ...input, postId: toId(input.postId), note: input.note ?? undefined }),
        (request) => ({ request }),
      ),
    decideRaiseRequest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DecideRaiseRequestSuccess',
        await membership.decideRaiseRequest(actor, {
          requestId: toId(input.requestId),
          decision: input.decision,
          authorNamed: input.authorNamed ?? false,
        }),
        (request) => ({ request }),
      ),
  },
  Post: { raiseRequests: ({ id }, _args, { loaders }) => loaders.raiseRequestsOf.load(id) },
  Viewer: { raiseRequests: (_viewer, _args, { actor, read }) => read.raiseRequests.listWaiting(actor) },
  RaiseRequest: {
    id: ({ request }) => request.id,
    post: async ({ request }, _args, { loaders }) => (await loaders.posts.load(request.postId)) ?? null,
    askedBy: async ({ request }, _args, { loaders }) => (await loaders.members.load(request.askedBy)) ?? null,
    target: ({ request }) => request.target,
    note: ({ request }) => request.note ?? null,
    status: ({ request }) => request.status,
    authorNamed: ({ request }) => request.authorNamed,
    askedAt: ({ request }) => request.askedAt,
    decidedAt: ({ request }) => request.decidedAt ?? null,
    viewerActions: (file, _args, { actor, now }) =>
      viewerActions(raiseRequestLifecycle, file.request, now, (action) => raiseRequestPolicy.can(actor, action, file)),
  },
};
