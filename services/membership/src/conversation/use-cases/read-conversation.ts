import { FieldChecks, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ConversationId } from '../conversation.js';
import { findOwn } from './find-own.js';

/** Up to which message somebody has read a conversation. */
export type ReadConversation = { readonly conversationId: ConversationId; readonly upTo: number };

/** Notes up to which message the viewer has read; the others learn of it only where the viewer shows that. */
export function readConversation({ transaction }: Deps, actor: Actor, { conversationId, upTo }: ReadConversation) {
  return transaction(async (unit) => {
    const own = await findOwn(unit, actor, { conversationId, action: 'READ' });
    if (!own.ok) return own;
    const checked = new FieldChecks().whole('upTo', upTo, { min: 0, max: own.value.lastNumber }).finish(own.value);
    if (!checked.ok) return checked;
    await unit.conversations.markRead(own.value, upTo);
    const read = await unit.conversations.findVisible(actor, conversationId);
    return ok(read ?? own.value);
  });
}
