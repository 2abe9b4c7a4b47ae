import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { conversationLifecycle, type ConversationAction, type ConversationId } from '../conversation.js';
import { conversationPolicy } from '../conversation.policy.js';

/** The actor's own conversation if the action is possible now, locked until the transaction ends. */
export async function findOwn(
  { conversations }: Unit<Repositories>,
  actor: Actor,
  {
    conversationId,
    action,
    now,
  }: { readonly conversationId: ConversationId; readonly action: ConversationAction; readonly now: Date },
) {
  const conversation = await conversations.findVisibleLocked(actor, conversationId);
  if (conversation === null) return err(notFound('Conversation'));
  if (!conversationPolicy.can(actor, action, conversation)) return err(notAllowed(action, 'Conversation'));
  const possible = conversationLifecycle.next(action, conversation, now, conversation.status);
  return possible.ok ? ok(conversation) : possible;
}
