import type { IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { deliveryJob, waitingMessage, type WebhookKind } from '../../webhook/webhook.js';
import type { Referral } from '../referral.js';

/** What happened to a referral; `occasion` says which time, so that nothing is told twice. */
export type Happening = { readonly kind: WebhookKind; readonly occasion: string; readonly now: Date };

/** Tells the systems of a referral's department, after the commit and without a word of it, that something happened. */
export async function tellSystems(
  { webhooks, jobs }: Unit<Repositories>,
  ids: IdSource,
  referral: Pick<Referral, 'id' | 'departmentId'>,
  { kind, occasion, now }: Happening,
): Promise<void> {
  for (const webhookId of await webhooks.listenersOf(referral.departmentId)) {
    const message = waitingMessage({ id: ids.random(), webhookId, kind, referralId: referral.id, occasion, now });
    await webhooks.addMessage(message);
    const { task, payload, ...when } = deliveryJob(message);
    await jobs.enqueue(task, payload, when);
  }
}
