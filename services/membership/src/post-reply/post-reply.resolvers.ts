import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { moderationLifecycle } from '../moderation/moderation.js';
import { postReplyLifecycle } from './post-reply.js';
import { postReplyPolicy } from './post-reply.policy.js';

/** Resolvers of the noun PostReply. */
export const postReplyResolvers: Resolvers = {
  Mutation: {
    replyToPost: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReplyToPostSuccess',
        await membership.replyToPost(actor, { ...input, postId: toId(input.postId) }),
        (reply) => ({ reply }),
      ),
    editPostReply: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EditPostReplySuccess',
        await membership.editPostReply(actor, { ...input, replyId: toId(input.replyId) }),
        (reply) => ({ reply }),
      ),
    withdrawPostReply: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WithdrawPostReplySuccess',
        await membership.withdrawPostReply(actor, { replyId: toId(input.replyId) }),
        (reply) => ({ reply }),
      ),
  },
  Post: {
    replies: ({ id }, page, { actor, read }) =>
      read.postReplies.page(actor, id, readPageRequest(page, ['instant', 'id'])),
    answer: async ({ answerId }, _args, { loaders }) => {
      const placed = answerId === undefined ? undefined : await loaders.postReplies.load(answerId);
      return placed?.reply.status === 'PUBLISHED' ? placed : null;
    },
  },
  PostReply: {
    id: ({ reply }) => reply.id,
    author: async ({ reply }, _args, { loaders }) =>
      reply.status === 'WITHDRAWN' ? null : ((await loaders.members.load(reply.authorId)) ?? null),
    body: ({ reply }) => reply.body,
    language: ({ reply }) => reply.language,
    writtenAt: ({ reply }) => reply.postedAt,
    editedAt: ({ reply }) => reply.editedAt ?? null,
    status: ({ reply }) => reply.status,
    removalReason: ({ reply }) => reply.removalReason ?? null,
    isOwn: ({ reply }, _args, { actor }) => isMember(actor, reply.authorId),
    viewerActions: async (placed, _args, { actor, now, loaders }) => {
      const { reply } = placed;
      const isGranted = (action: (typeof postReplyLifecycle.actions)[number]) =>
        postReplyPolicy.can(actor, action, placed);
      const actions = viewerActions(postReplyLifecycle, reply, now, isGranted);
      if (!actions.includes('APPEAL')) return actions;
      const item = await loaders.moderation.ownItemOf.load({ kind: 'REPLY', id: reply.id });
      return item !== undefined && moderationLifecycle.can('APPEAL', item, now) ? actions : [];
    },
  },
};
