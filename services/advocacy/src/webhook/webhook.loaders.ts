import type { Actor, Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { SecretDates, Webhook, WebhookAttempt, WebhookId } from './webhook.js';

/** The webhooks of departments, as far as the viewer may know. */
export function createWebhookLoader(
  actor: Actor,
  webhooks: Repositories['webhooks'],
): DataLoader<Id<'Department'>, readonly Webhook[]> {
  return new DataLoader(async (ids) => {
    const byDepartment = Map.groupBy(await webhooks.listOf(actor, ids), ({ departmentId }) => departmentId);
    return ids.map((id) => byDepartment.get(id) ?? []);
  });
}

/** The dates of the secrets of webhooks that the viewer was shown. */
export function createSecretDatesLoader(
  webhooks: Repositories['webhooks'],
  now: Date,
): DataLoader<WebhookId, SecretDates | undefined> {
  return new DataLoader(async (ids) => {
    const dates = new Map((await webhooks.secretDates(ids, now)).map((each) => [each.webhookId, each]));
    return ids.map((id) => dates.get(id));
  });
}

/** The attempts of messages that the viewer was shown. */
export function createAttemptLoader(
  webhooks: Repositories['webhooks'],
): DataLoader<Id<'WebhookMessage'>, readonly WebhookAttempt[]> {
  return new DataLoader(async (ids) => {
    const attempts = Map.groupBy(await webhooks.listAttempts(ids), ({ messageId }) => messageId);
    return ids.map((id) => attempts.get(id) ?? []);
  });
}
