import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { moderationLifecycle } from '../moderation/moderation.js';
import { postKinds, postLifecycle } from './post.js';
import { postPolicy } from './post.policy.js';

/** Resolvers of the noun Post. */
export const postResolvers: Resolvers = {
  Mutation: {
    publishPost: async (_root, { input }, { actor, membership }) =>
      toResult(
        'PublishPostSuccess',
        await membership.publishPost(actor, { ...input, groupId: toId(input.groupId) }),
        (post) => ({ post }),
      ),
    withdrawPost: async (_root, { input }, { actor, membership }) =>
      toResult('WithdrawPostSuccess', await membership.withdrawPost(actor, { postId: toId(input.postId) }), (post) => ({
        post,
      })),
    removePost: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RemovePostSuccess',
        await membership.removePost(actor, { ...input, postId: toId(input.postId) }),
        (post) => ({ post }),
      ),
  },
  Group: {
    posts: ({ id }, { kind, ...page }, { actor, read }) =>
      read.posts.pageOfGroup(actor, { groupId: id, kind: kind ?? undefined }, readPageRequest(page, ['instant', 'id'])),
    postKinds: ({ id }, _args, { actor }) =>
      postKinds.filter((kind) => postPolicy.canPublish(actor, { groupId: id, kind })),
  },
  Post: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.posts.load(toId(id))) ?? null,
    group: async ({ groupId }, _args, { loaders }) => (await loaders.groups.load(groupId)) ?? null,
    author: async ({ authorId }, _args, { loaders }) => (await loaders.members.load(authorId)) ?? null,
    writtenAt: ({ postedAt }) => postedAt,
    viewerActions: async (post, _args, { actor, now, loaders }) => {
      const actions = viewerActions(postLifecycle, post, now, (action) => postPolicy.can(actor, action, post));
      if (!actions.includes('APPEAL')) return actions;
      const item = await loaders.moderation.ownItemOf.load({ kind: 'POST', id: post.id });
      return item !== undefined && moderationLifecycle.can('APPEAL', item, now) ? actions : [];
    },
  },
};
