import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** What can be done to posts. */
export const postMutations: NonNullable<Resolvers['Mutation']> = {
  publishPost: async (_root, { input }, { actor, membership }) =>
    toResult(
      'PublishPostSuccess',
      await membership.publishPost(actor, {
        ...input,
        groupId: typeof input.groupId === 'string' ? toId(input.groupId) : undefined,
      }),
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
  editPost: async (_root, { input }, { actor, membership }) =>
    toResult('EditPostSuccess', await membership.editPost(actor, { ...input, postId: toId(input.postId) }), (post) => ({
      post,
    })),
  markAnswered: async (_root, { input }, { actor, membership }) =>
    toResult(
      'MarkAnsweredSuccess',
      await membership.markAnswered(actor, {
        postId: toId(input.postId),
        replyId: typeof input.replyId === 'string' ? toId(input.replyId) : undefined,
      }),
      (post) => ({ post }),
    ),
  pinPost: async (_root, { input }, { actor, membership }) =>
    toResult(
      'PinPostSuccess',
      await membership.pinPost(actor, { postId: toId(input.postId), until: input.until ?? undefined }),
      (post) => ({ post }),
    ),
};
