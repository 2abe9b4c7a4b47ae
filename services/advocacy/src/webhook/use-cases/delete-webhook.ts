import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { WebhookId } from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

/** Removes a webhook with its secrets and its log; what waits for it is never sent. */
export function deleteWebhook({ transaction }: Deps, actor: Actor, { webhookId }: { readonly webhookId: WebhookId }) {
  return transaction(async ({ webhooks }) => {
    const webhook = await webhooks.findVisible(actor, webhookId);
    if (webhook === null || !webhookPolicy.canManage(actor, webhook.departmentId)) return err(notFound('Webhook'));
    // The version says that nobody rotated or enabled it at this moment.
    const removed = await webhooks.save(webhook);
    await webhooks.remove(webhookId);
    return ok(removed);
  });
}
