import { err, illegalTransition, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { conversationLifecycle, type ConversationId } from '../conversation.js';
import { findOwn } from './find-own.js';

/** What to change; what is left out stays as it is. */
export type ChangeConversationSettings = {
  readonly conversationId: ConversationId;
  readonly isMuted?: boolean;
  readonly showsReading?: boolean;
};

/** Mutes a conversation or not, and shows the others how far one has read or not. */
export function changeConversationSettings(
  { transaction, clock }: Deps,
  actor: Actor,
  { conversationId, ...changes }: ChangeConversationSettings,
) {
  return transaction(async (unit) => {
    const own = await findOwn(unit, actor, { conversationId, action: 'CHANGE_SETTINGS' });
    if (!own.ok) return own;
    if (!conversationLifecycle.can('CHANGE_SETTINGS', own.value, clock.now()))
      return err(illegalTransition('CHANGE_SETTINGS', own.value.status));
    const changed = {
      ...own.value,
      isMuted: changes.isMuted ?? own.value.isMuted,
      showsReading: changes.showsReading ?? own.value.showsReading,
    };
    await unit.conversations.saveSettings(changed);
    return ok(changed);
  });
}
