import { actorKey, err, illegalTransition, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { deliveryJob, waitingMessage, type WebhookId } from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

/** Which webhook to try. */
export type TestWebhook = { readonly webhookId: WebhookId; readonly idempotencyKey?: string | undefined };

/** Sends a message that is about nothing, so that a developer sees one arrive. */
export function testWebhook(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { webhookId, idempotencyKey }: TestWebhook,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'testWebhook', input: { webhookId } },
    ({ webhooks }, id) => webhooks.findMessage(actor, toId(id)),
    async ({ webhooks, jobs }) => {
      const webhook = await webhooks.findVisible(actor, webhookId);
      if (webhook === null || !webhookPolicy.canManage(actor, webhook.departmentId)) return err(notFound('Webhook'));
      if (webhook.status === 'DISABLED') return err(illegalTransition('TEST', webhook.status));
      const id = ids.random<'WebhookMessage'>();
      const about = { id, webhookId, kind: 'webhook.test', referralId: undefined, occasion: `test:${id}` } as const;
      const message = waitingMessage({ ...about, now: clock.now() });
      await webhooks.addMessage(message);
      const { task, payload, ...when } = deliveryJob(message);
      await jobs.enqueue(task, payload, when);
      return ok(message);
    },
  );
}
