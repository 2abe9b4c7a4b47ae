import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { messageLifecycle, type Message } from './message.js';
import { messagePolicy } from './message.policy.js';

const isReadable = (message: Message, { actor }: Context): boolean => messagePolicy.canReadWords(actor, message);

/** Resolvers of the noun Message. */
export const messageResolvers: Resolvers = {
  Mutation: {
    sendMessage: async (_root, { input }, { actor, membership }) =>
      toResult(
        'SendMessageSuccess',
        await membership.sendMessage(actor, { ...input, conversationId: toId(input.conversationId) }),
        (sent) => ({ sent }),
      ),
    deleteMessage: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DeleteMessageSuccess',
        await membership.deleteMessage(actor, { messageId: toId(input.messageId) }),
        (deleted) => ({ deleted }),
      ),
  },
  Message: {
    authorName: async ({ conversationId, authorId }, _args, { loaders }) =>
      (await loaders.participantsOf.load(conversationId)).find(({ memberId }) => memberId === authorId)?.name ?? '',
    isOwn: ({ authorId }, _args, { actor }) => isMember(actor, authorId),
    body: (message, _args, context) =>
      message.status !== 'DELETED' && isReadable(message, context) ? message.body : null,
    removalReason: (message, _args, context) => (isReadable(message, context) ? (message.removalReason ?? null) : null),
    viewerActions: (message, _args, { actor, now }) =>
      viewerActions(messageLifecycle, message, now, (action) => messagePolicy.can(actor, action, message)),
  },
};
