import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import type { ConversationAction, ConversationId } from '../conversation.js';
import { conversationPolicy } from '../conversation.policy.js';

/** Which conversation somebody wants to do what with. */
export type ConversationStep = { readonly conversationId: ConversationId; readonly action: ConversationAction };

/**
 * The actor's own conversation, locked until the transaction ends. Who may not act is answered like who asks for a
 * conversation that is not there. Reading and hiding are possible wherever it stands; for the rest ask its life.
 */
export async function findOwn(
  { conversations }: Unit<Repositories>,
  actor: Actor,
  { conversationId, action }: ConversationStep,
) {
  const conversation = await conversations.findVisibleLocked(actor, conversationId);
  return conversation === null || !conversationPolicy.can(actor, action, conversation)
    ? err(notFound('Conversation'))
    : ok(conversation);
}
