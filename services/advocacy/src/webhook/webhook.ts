/*
 * A webhook: an address of a department's own system that is told, without a word of it, when something happened to a
 * referral. Life of the webhook: enabled, disabled by the department, or failing after deliveries failed for days. Life of a
 * message: waiting, delivered, given up; sent again when the department asks. Owner: the department's lead.
 */
import {
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Actor,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { isLeadOf } from '../department/department.js';

/** The id of a webhook. */
export type WebhookId = Id<'Webhook'>;

/** What a department's system can be told. */
export const webhookKinds = [
  'referral.sent',
  'referral.information_given',
  'referral.consent_withdrawn',
  'referral.closed',
  'webhook.test',
] as const;

/** One thing that a department's system can be told. */
export type WebhookKind = (typeof webhookKinds)[number];

/** Where a webhook stands. */
export type WebhookStatus = 'ENABLED' | 'DISABLED' | 'FAILING';

/** An address to tell. Its signing secrets are sealed under its own key. */
export type Webhook = {
  readonly id: WebhookId;
  readonly departmentId: Id<'Department'>;
  readonly url: string;
  readonly description: string;
  readonly status: WebhookStatus;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly changedAt: Date;
  readonly keyId: string;
  readonly dataKey: Uint8Array;
  readonly version: number;
};

/** When the secrets of a webhook were made and until when an older one still signs. */
export type SecretDates = {
  readonly webhookId: WebhookId;
  readonly madeAt: Date;
  readonly oldUntil: Date | undefined;
};

/** Where a message stands. */
export type MessageStatus = 'WAITING' | 'DELIVERED' | 'GIVEN_UP';

/** One thing to tell one webhook; its id is the same at every attempt, so that receivers can tell a repetition. */
export type WebhookMessage = {
  readonly id: Id<'WebhookMessage'>;
  readonly webhookId: WebhookId;
  readonly kind: WebhookKind;
  readonly referralId: Id<'Referral'> | undefined;
  /** What happened, once: the same occasion makes no second message. */
  readonly occasion: string;
  readonly madeAt: Date;
  /** From when the three days of trying count. */
  readonly triedFrom: Date;
  readonly status: MessageStatus;
  readonly attempts: number;
  readonly nextAt: Date | undefined;
  readonly settledAt: Date | undefined;
  readonly version: number;
};

/** How one attempt to deliver went. */
export type AttemptOutcome = 'DELIVERED' | 'REFUSED' | 'TIMED_OUT' | 'UNREACHABLE' | 'FORBIDDEN_ADDRESS';

/** One attempt as the receiver's side answered it; no body is ever kept. */
export type Sent = {
  readonly outcome: AttemptOutcome;
  readonly statusCode: number | undefined;
  readonly latencyMs: number;
};

/** One attempt in the log. */
export type WebhookAttempt = Sent & {
  readonly messageId: Id<'WebhookMessage'>;
  readonly number: number;
  readonly at: Date;
};

/** What goes to the receiver: signed with every secret that is valid now. */
export type Outgoing = {
  readonly url: string;
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  readonly secrets: readonly string[];
};

/** Signs and sends. Never rejects: whatever goes wrong is an outcome. */
export interface WebhookSender {
  send(outgoing: Outgoing): Promise<Sent>;
  /** What is wrong with an address before anything is sent to it, or nothing. */
  problemWith(url: string): string | undefined;
}

/** What is asked when a webhook is made. */
export type WebhookRequest = { readonly url: string; readonly description: string };

/** A department has at most this many webhooks. */
export const webhooksMax = 5;

/** An old secret signs besides the new one for this long after a rotation. */
export const secretOverlapMs = 24 * 3_600_000;

/** The task that delivers one message. */
export const deliveryTask = 'deliver-webhook';

/** The task that forgets what was settled long ago. */
export const webhookCleaningTask = 'clean-webhook-log';

/** Settled messages and their attempts are kept for so long. */
export const logMs = 30 * 86_400_000;

/** Whether the actor may say where the department's systems are told: its lead, or its program with the scope for it. */
export function managesWebhooks(actor: Actor, departmentId: Id<'Department'>): boolean {
  const isProgram =
    actor.kind === 'machine' && actor.departmentId === departmentId && actor.scopes.includes('webhooks:manage');
  return isProgram || isLeadOf(actor, departmentId);
}

/** Checks an address and what it is called. */
export function checkWebhook(
  { url, description }: WebhookRequest,
  problemWith: WebhookSender['problemWith'],
): Result<WebhookRequest, ValidationError> {
  const told = { url: url.trim(), description: description.trim() };
  const problem = told.url === '' || told.url.length > 500 ? undefined : problemWith(told.url);
  return new FieldChecks()
    .text('url', told.url, { max: 500 })
    .that(problem === undefined, 'url', 'BAD_FORMAT', problem ?? '')
    .text('description', told.description, { min: 0, max: 120 })
    .finish(told);
}

/** Enables or disables a webhook; one that was found failing can be enabled again. */
export function changeWebhookStatus(
  webhook: Webhook,
  status: WebhookStatus,
  now: Date,
): Result<Webhook, IllegalTransitionError> {
  if (webhook.status === status) return err(illegalTransition(status === 'ENABLED' ? 'ENABLE' : 'DISABLE', status));
  return ok({ ...webhook, status, changedAt: now });
}

/** A message that is to be sent as soon as possible. */
export function waitingMessage({
  now,
  ...message
}: Pick<WebhookMessage, 'id' | 'webhookId' | 'kind' | 'referralId' | 'occasion'> & {
  readonly now: Date;
}): WebhookMessage {
  const trying = {
    madeAt: now,
    triedFrom: now,
    status: 'WAITING',
    attempts: 0,
    nextAt: now,
    settledAt: undefined,
  } as const;
  return { ...message, ...trying, version: 1 };
}

/** Sends a settled message again under the id it had. */
export function sendAgain(message: WebhookMessage, now: Date): Result<WebhookMessage, IllegalTransitionError> {
  if (message.status === 'WAITING') return err(illegalTransition('RESEND', message.status));
  return ok({ ...message, status: 'WAITING', triedFrom: now, nextAt: now, settledAt: undefined });
}

/** The job that sends a waiting message when it is due. */
export function deliveryJob({ id, nextAt, madeAt }: WebhookMessage) {
  return { task: deliveryTask, payload: { messageId: id }, runAt: nextAt ?? madeAt, key: `${deliveryTask}:${id}` };
}

/** The body of a message: what kind of thing happened to which referral, and nothing that it says. */
export function bodyOf({ kind, madeAt, referralId }: WebhookMessage): string {
  return JSON.stringify({
    type: kind,
    timestamp: madeAt.toISOString(),
    data: referralId === undefined ? {} : { referralId },
  });
}

const firstPauseMs = 30_000;
const pauseMaxMs = 12 * 3_600_000;
const tryingMs = 3 * 86_400_000;

/**
 * How long to wait after so many attempts: 30 seconds, then four times as long each time up to 12 hours, of which the last
 * half is left to `chance` (0 to 1), so that receivers that come back are not met by everybody at once.
 */
export function pauseAfter(attempts: number, chance: number): number {
  const whole = Math.min(firstPauseMs * 4 ** (attempts - 1), pauseMaxMs);
  return Math.round(whole / 2 + (whole / 2) * chance);
}

/** The message after an attempt: delivered, waiting for the next one, or given up after three days. */
export function afterAttempt(
  message: WebhookMessage,
  { outcome }: Pick<Sent, 'outcome'>,
  { now, chance }: { readonly now: Date; readonly chance: number },
): WebhookMessage {
  const attempts = message.attempts + 1;
  if (outcome === 'DELIVERED') return { ...message, attempts, status: 'DELIVERED', nextAt: undefined, settledAt: now };
  const nextAt = new Date(now.getTime() + pauseAfter(attempts, chance));
  if (nextAt.getTime() - message.triedFrom.getTime() <= tryingMs) return { ...message, attempts, nextAt };
  return { ...message, attempts, status: 'GIVEN_UP', nextAt: undefined, settledAt: now };
}

/** A receiver that answers 410 is gone for good, and wants to hear nothing more. */
export function isGone({ statusCode }: Sent): boolean {
  return statusCode === 410;
}
