import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeWebhookStatus, type WebhookId } from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

/** Which webhook is to be told, or not. */
export type SetWebhookStatus = { readonly webhookId: WebhookId; readonly status: 'ENABLED' | 'DISABLED' };

/** Enables or disables a webhook; what happens while it is disabled is not told later. */
export function setWebhookStatus({ transaction, clock }: Deps, actor: Actor, { webhookId, status }: SetWebhookStatus) {
  return transaction(async ({ webhooks }) => {
    const webhook = await webhooks.findVisible(actor, webhookId);
    if (webhook === null || !webhookPolicy.canManage(actor, webhook.departmentId)) return err(notFound('Webhook'));
    const changed = changeWebhookStatus(webhook, status, clock.now());
    return changed.ok ? ok(await webhooks.save(changed.value)) : changed;
  });
}
