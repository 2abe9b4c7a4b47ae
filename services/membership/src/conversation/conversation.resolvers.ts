import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { conversationLifecycle, type Conversation, type ShownParticipant } from './conversation.js';
import { conversationPolicy } from './conversation.policy.js';

const withConversation = (conversation: Conversation) => ({ conversation });

/** Resolvers of the noun Conversation. */
export const conversationResolvers: Resolvers = {
  Query: {
    conversation: async (_root, { id }, { loaders }) => (await loaders.conversations.load(toId(id))) ?? null,
  },
  Viewer: {
    conversations: (_viewer, page, { actor, read }) =>
      read.conversations.page(actor, readPageRequest(page, ['instant', 'id'])),
    unreadConversationCount: (_viewer, _args, { actor, read }) => read.conversations.countUnread(actor),
  },
  Mutation: {
    openConversation: async (_root, { input }, { actor, membership }) =>
      toResult(
        'OpenConversationSuccess',
        await membership.openConversation(actor, { memberId: toId(input.memberId) }),
        withConversation,
      ),
    readConversation: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReadConversationSuccess',
        await membership.readConversation(actor, { upTo: input.upTo, conversationId: toId(input.conversationId) }),
        withConversation,
      ),
    changeConversationSettings: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ChangeConversationSettingsSuccess',
        await membership.changeConversationSettings(actor, {
          conversationId: toId(input.conversationId),
          isMuted: input.isMuted ?? undefined,
          showsReading: input.showsReading ?? undefined,
        }),
        withConversation,
      ),
    hideConversation: async (_root, { input }, { actor, membership }) =>
      toResult(
        'HideConversationSuccess',
        await membership.hideConversation(actor, { conversationId: toId(input.conversationId) }),
        withConversation,
      ),
  },
  Conversation: {
    participants: async ({ id, status }, _args, { loaders }): Promise<ShownParticipant[]> =>
      (await loaders.participantsOf.load(id)).map((participant) => ({ ...participant, status })),
    lastMessage: async ({ id }, _args, { loaders }) => (await loaders.lastMessageOf.load(id)) ?? null,
    messages: ({ id }, page, { actor, read }) => read.messages.page(actor, id, readPageRequest(page, ['whole'])),
    readUpTo: ({ readNumber }) => readNumber,
    viewerActions: (conversation, _args, { actor, now }) =>
      viewerActions(conversationLifecycle, conversation, now, (action) =>
        conversationPolicy.can(actor, action, conversation),
      ),
  },
  ConversationParticipant: {
    // A conversation that closed leads to nobody: whoever removed the connection and whoever blocked look the same.
    member: async ({ memberId, status, hasLeft }, _args, { loaders, actor }) =>
      isMember(actor, memberId) || (status === 'OPEN' && !hasLeft)
        ? ((await loaders.members.load(memberId)) ?? null)
        : null,
    isViewer: ({ memberId }, _args, { actor }) => isMember(actor, memberId),
    readUpTo: ({ readNumber }) => readNumber ?? null,
  },
};
