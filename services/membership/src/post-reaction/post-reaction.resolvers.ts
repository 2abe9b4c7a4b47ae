import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { reactionKinds } from './post-reaction.js';

/** Resolvers of reactions and of muted threads. */
export const postReactionResolvers: Resolvers = {
  Mutation: {
    reactToPost: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReactToPostSuccess',
        await membership.reactToPost(actor, { ...input, postId: toId(input.postId) }),
        (post) => ({ post }),
      ),
    mutePost: async (_root, { input }, { actor, membership }) =>
      toResult(
        'MutePostSuccess',
        await membership.mutePost(actor, { ...input, postId: toId(input.postId) }),
        (post) => ({
          post,
        }),
      ),
  },
  Post: {
    replyCount: async ({ id }, _args, { loaders }) => (await loaders.postFacts.load(id)).replyCount,
    reactionCounts: async ({ id }, _args, { loaders }) => {
      const { counts } = await loaders.postFacts.load(id);
      return reactionKinds.map((kind) => ({ kind, count: counts[kind] ?? 0 }));
    },
    supporterCount: async ({ id }, _args, { loaders }) => (await loaders.postFacts.load(id)).supporterCount,
    viewerReactions: async ({ id }, _args, { loaders }) => (await loaders.postFacts.load(id)).viewerReactions,
    isMuted: async ({ id }, _args, { loaders }) => (await loaders.postFacts.load(id)).isMuted,
    reactions: ({ id }, { kind, ...page }, { actor, read }) =>
      read.postReactions.page(
        actor,
        { postId: id, kind: kind ?? undefined },
        readPageRequest(page, ['instant', 'text', 'id']),
      ),
  },
  PostReaction: {
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
    at: ({ reactedAt }) => reactedAt,
  },
};
