import { err, notAllowed, ok, systemActor, type Id } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import {
  afterAttempt,
  bodyOf,
  changeWebhookStatus,
  deliveryJob,
  deliveryTask,
  isGone,
  type Sent,
  type Webhook,
  type WebhookMessage,
} from '../webhook.js';
import { webhookPolicy } from '../webhook.policy.js';

const platform = systemActor(deliveryTask);

/** What is to be delivered. */
type Due = { readonly message: WebhookMessage; readonly webhook: Webhook; readonly secrets: readonly string[] };

/**
 * Sends one waiting message and keeps how it went. At least once: when the platform stops between sending and keeping, it
 * sends again under the same id. Nothing is locked while the receiver takes its time.
 */
export async function deliverWebhook(deps: Deps, { messageId }: { readonly messageId: Id<'WebhookMessage'> }) {
  if (!webhookPolicy.canDeliver(platform)) return err(notAllowed('DELIVER', 'Webhook'));
  const found = await deps.transaction(async (unit) => ok(await findDue(unit, messageId, deps.clock.now())));
  if (!found.ok || found.value === undefined) return found;
  const { message, webhook, secrets } = found.value;
  const at = deps.clock.now();
  const sent = await deps.webhookSender.send({
    url: webhook.url,
    id: `msg_${message.id}`,
    at,
    body: bodyOf(message),
    secrets,
  });
  return deps.transaction(async (unit) => ok(await keep(unit, deps, { message, webhook, sent, at })));
}

/** The message with what it takes to send it; nothing when there is nothing to send any more. */
async function findDue(
  { webhooks }: Unit<Repositories>,
  messageId: Id<'WebhookMessage'>,
  now: Date,
): Promise<Due | undefined> {
  const message = await webhooks.findMessage(platform, messageId);
  const webhook = message === null ? null : await webhooks.findVisible(platform, message.webhookId);
  if (message === null || webhook === null || message.status !== 'WAITING') return undefined;
  // A failing webhook is still tried by hand: what is sent again, or as a test, may be what shows that it works again.
  if (webhook.status === 'DISABLED') {
    await webhooks.saveMessage({ ...message, status: 'GIVEN_UP', nextAt: undefined, settledAt: now });
    return undefined;
  }
  return { message, webhook, secrets: await webhooks.openSecrets(webhook, now) };
}

type Attempted = Omit<Due, 'secrets'> & { readonly sent: Sent; readonly at: Date };

async function keep(
  unit: Unit<Repositories>,
  { clock, secrets }: Deps,
  { message, webhook, sent, at }: Attempted,
): Promise<void> {
  const { webhooks, jobs } = unit;
  const now = clock.now();
  const tried = afterAttempt(message, sent, { now, chance: secrets.fraction() });
  const settled = isGone(sent) && tried.status === 'WAITING';
  const after: WebhookMessage = settled ? { ...tried, status: 'GIVEN_UP', nextAt: undefined, settledAt: now } : tried;
  const saved = await webhooks.saveMessage(after);
  await webhooks.addAttempt({ ...sent, messageId: message.id, number: saved.attempts, at });
  if (saved.status === 'WAITING') {
    const { task, payload, ...when } = deliveryJob(saved);
    await jobs.enqueue(task, payload, when);
  }
  await judge(unit, { message: saved, webhook, sent, now });
}

/** A webhook that nothing reached for the days a message was tried, or that says it is gone, is failing; one that is reached works again. */
async function judge(unit: Unit<Repositories>, attempted: Judged): Promise<void> {
  const { message, webhook, now } = attempted;
  const current = await unit.webhooks.findVisible(platform, webhook.id);
  if (current?.status === 'FAILING' && message.status === 'DELIVERED') {
    const mended = changeWebhookStatus(current, 'ENABLED', now);
    if (mended.ok) await unit.webhooks.save(mended.value);
  }
  if (current?.status === 'ENABLED' && (await isLost(unit, attempted))) await giveUp(unit, current, attempted);
}

type Judged = Omit<Due, 'secrets'> & { readonly sent: Sent; readonly now: Date };

async function isLost({ webhooks }: Unit<Repositories>, { message, webhook, sent }: Judged): Promise<boolean> {
  if (message.status !== 'GIVEN_UP') return false;
  return isGone(sent) || !(await webhooks.wasReached(webhook.id, message.triedFrom));
}

async function giveUp(
  { webhooks, inbox }: Unit<Repositories>,
  webhook: Webhook,
  { message, now }: Judged,
): Promise<void> {
  const failing = changeWebhookStatus(webhook, 'FAILING', now);
  if (!failing.ok) return;
  const { departmentId, id } = await webhooks.save(failing.value);
  await inbox.tell({
    to: { kind: 'DEPARTMENT', departmentId },
    reason: 'WEBHOOK_FAILING',
    sourceId: `${id}:${message.id}`,
  });
}
