import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Conversation, ConversationId, Participant } from './conversation.js';
import type { Message } from './message.js';

/** The actor's conversations by id; nothing for those of others. */
export function createConversationLoader(
  actor: Actor,
  conversations: Repositories['conversations'],
): DataLoader<ConversationId, Conversation | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await conversations.listVisible(actor, ids)).map((one) => [one.id, one]));
    return ids.map((id) => byId.get(id));
  });
}

/** Who takes part in conversations of the actor's. */
export function createParticipantLoader(
  actor: Actor,
  conversations: Repositories['conversations'],
): DataLoader<ConversationId, readonly Participant[]> {
  return new DataLoader(async (ids) => {
    const byConversation = Map.groupBy(
      await conversations.listParticipants(actor, ids),
      ({ conversationId }) => conversationId,
    );
    return ids.map((id) => byConversation.get(id) ?? []);
  });
}

/** The last message of conversations of the actor's. */
export function createLastMessageLoader(
  actor: Actor,
  messages: Repositories['messages'],
): DataLoader<ConversationId, Message | undefined> {
  return new DataLoader(async (ids) => {
    const byConversation = new Map(
      (await messages.listLast(actor, ids)).map((message) => [message.conversationId, message]),
    );
    return ids.map((id) => byConversation.get(id));
  });
}
