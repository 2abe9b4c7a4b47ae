import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { secretOverlapMs, type WebhookId } from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

/** Gives a webhook a new signing secret, shown this once; the old one signs besides it for a day, so that nothing is lost meanwhile. */
export function rotateWebhookSecret(
  { transaction, clock, ids, secrets }: Deps,
  actor: Actor,
  { webhookId }: { readonly webhookId: WebhookId },
) {
  return transaction(async ({ webhooks }) => {
    const now = clock.now();
    const webhook = await webhooks.findVisible(actor, webhookId);
    if (webhook === null || !webhookPolicy.canManage(actor, webhook.departmentId)) return err(notFound('Webhook'));
    const secret = secrets.webhookSecret();
    // The version keeps two rotations at once from each ending the other's secret.
    const saved = await webhooks.save({ ...webhook, changedAt: now });
    const oldUntil = new Date(now.getTime() + secretOverlapMs);
    await webhooks.addSecret(saved, { id: ids.random(), secret, madeAt: now }, oldUntil);
    return ok({ webhook: saved, secret });
  });
}
