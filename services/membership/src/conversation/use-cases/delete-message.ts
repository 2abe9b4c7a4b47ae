import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { messageLifecycle, type MessageId } from '../message.js';
import { messagePolicy } from '../message.policy.js';

/** Takes back a message of one's own within the hour; its place stays, without words. */
export function deleteMessage(
  { transaction, clock }: Deps,
  actor: Actor,
  { messageId }: { readonly messageId: MessageId },
) {
  return transaction(async ({ messages }) => {
    const message = await messages.findVisibleLocked(actor, messageId);
    if (message === null) return err(notFound('Message'));
    if (!messagePolicy.can(actor, 'DELETE', message)) return err(notAllowed('DELETE', 'Message'));
    const status = messageLifecycle.next('DELETE', message, clock.now());
    if (!status.ok) return status;
    return ok(await messages.save({ ...message, status: status.value }));
  });
}
