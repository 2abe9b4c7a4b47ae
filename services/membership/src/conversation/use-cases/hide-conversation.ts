import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ConversationId } from '../conversation.js';
import { findOwn } from './find-own.js';

/** Hides from the viewer alone what was said until now; a new message brings the conversation back, without the old ones. */
export function hideConversation(
  { transaction }: Deps,
  actor: Actor,
  { conversationId }: { readonly conversationId: ConversationId },
) {
  return transaction(async (unit) => {
    const own = await findOwn(unit, actor, { conversationId, action: 'HIDE' });
    if (!own.ok) return own;
    await unit.conversations.hide(own.value);
    const hidden = await unit.conversations.findVisible(actor, conversationId);
    return ok(hidden ?? own.value);
  });
}
