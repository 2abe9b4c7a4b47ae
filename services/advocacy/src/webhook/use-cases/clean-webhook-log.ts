import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { logMs, webhookCleaningTask } from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

/** Forgets messages that were settled 30 days ago, with their attempts, and secrets that sign no more. */
export function cleanWebhookLog({ transaction, clock }: Deps) {
  return transaction(async ({ webhooks }) => {
    if (!webhookPolicy.canClean(systemActor(webhookCleaningTask))) return err(notAllowed('CLEAN', 'Webhook'));
    const now = clock.now();
    await webhooks.clean(new Date(now.getTime() - logMs), now);
    return ok(undefined);
  });
}
