import { actorKey, err, notFound, ok, toId, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { deliveryJob, sendAgain } from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

/** Which message to send again. */
export type ResendWebhookDelivery = {
  readonly deliveryId: Id<'WebhookMessage'>;
  readonly idempotencyKey?: string | undefined;
};

/** Sends a message again under the id it had, so that a receiver that knows it already can leave it. */
export function resendWebhookDelivery(
  { idempotentTransaction, clock }: Deps,
  actor: Actor,
  { deliveryId, idempotencyKey }: ResendWebhookDelivery,
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key: idempotencyKey, operation: 'resendWebhookDelivery', input: { deliveryId } },
    ({ webhooks }, id) => webhooks.findMessage(actor, toId(id)),
    async ({ webhooks, jobs }) => {
      const message = await webhooks.findMessage(actor, deliveryId);
      const webhook = message === null ? null : await webhooks.findVisible(actor, message.webhookId);
      if (message === null || webhook === null || !webhookPolicy.canManage(actor, webhook.departmentId))
        return err(notFound('WebhookDelivery'));
      const again = sendAgain(message, clock.now());
      if (!again.ok) return again;
      const saved = await webhooks.saveMessage(again.value);
      const { task, payload, ...when } = deliveryJob(saved);
      await jobs.enqueue(task, payload, when);
      return ok(saved);
    },
  );
}
