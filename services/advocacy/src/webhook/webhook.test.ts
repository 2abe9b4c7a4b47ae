import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  afterAttempt,
  bodyOf,
  pauseAfter,
  sendAgain,
  waitingMessage,
  webhookKinds,
  type WebhookMessage,
} from './webhook.js';
import { webhookPolicy, visibleWebhooks } from './webhook.policy.js';
import { housing, viewers, type ViewerName } from '../../test/viewers.js';

const now = new Date('2026-10-05T09:00:00Z');
const hourMs = 3_600_000;
const message = waitingMessage({
  id: toId('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  webhookId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  kind: 'referral.sent',
  referralId: toId('5c1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  occasion: 'sent',
  now,
});

/** Every attempt of a message that nobody takes, as instants, with the same chance each time. */
function attemptsOf(chance: number): { readonly hours: readonly number[]; readonly last: WebhookMessage } {
  const hours: number[] = [];
  let current = message;
  while (current.status === 'WAITING' && current.nextAt !== undefined && hours.length < 100) {
    const at = current.nextAt;
    hours.push((at.getTime() - now.getTime()) / hourMs);
    current = afterAttempt(current, { outcome: 'UNREACHABLE' }, { now: at, chance });
  }
  return { hours, last: current };
}

describe('a message that nobody takes', () => {
  it.each([0, 0.5, 1])(
    'is tried more and more rarely over three days and then given up, whatever chance says: %s',
    (chance) => {
      const { hours, last } = attemptsOf(chance);
      const pauses = hours.slice(1).map((hour, index) => hour - (hours[index] ?? 0));
      expect(hours.length).toBeGreaterThan(9);
      expect(hours.at(-1)).toBeGreaterThan(55);
      expect(hours.at(-1)).toBeLessThanOrEqual(72);
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
      expect(last).toMatchObject({ status: 'GIVEN_UP', nextAt: undefined });
    },
  );

  it('is never tried again after less than half of its pause', () => {
    expect([1, 2, 3, 20].map((attempts) => pauseAfter(attempts, 0))).toEqual([15_000, 60_000, 240_000, 6 * hourMs]);
    expect(pauseAfter(1, 1)).toBe(30_000);
  });

  it('has three days again when it is sent again, under the id it had', () => {
    const { last } = attemptsOf(1);
    const later = new Date(now.getTime() + 100 * hourMs);
    expect(sendAgain(last, later)).toMatchObject({ value: { id: message.id, status: 'WAITING', triedFrom: later } });
    expect(sendAgain(message, later)).toMatchObject({ error: { __typename: 'IllegalTransitionError' } });
  });
});

describe('the body of a message', () => {
  it.each(webhookKinds)('about %s holds its kind, its instant and the referral’s id, and nothing else', (kind) => {
    const referralId = kind === 'webhook.test' ? undefined : message.referralId;
    expect(JSON.parse(bodyOf({ ...message, kind, referralId }))).toEqual({
      type: kind,
      timestamp: now.toISOString(),
      data: referralId === undefined ? {} : { referralId },
    });
  });
});

describe('the rights over webhooks', () => {
  const names = Object.keys(viewers) as ViewerName[];
  it.each(names)('let %s see and manage them only as lead of the department', (name) => {
    const { actor } = viewers[name];
    const isLead = name === 'department lead';
    expect(webhookPolicy.canManage(actor, housing)).toBe(isLead);
    expect(visibleWebhooks(actor).departmentIds.includes(housing)).toBe(isLead);
    expect([webhookPolicy.canDeliver(actor), webhookPolicy.canClean(actor), visibleWebhooks(actor).all]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('let a program of the department manage them exactly with the scope for it', () => {
    const program = (departmentId: typeof housing | undefined, ...scopes: string[]) =>
      webhookPolicy.canManage({ kind: 'machine', clientId: 'one', departmentId, scopes }, housing);
    expect(program(housing, 'webhooks:manage')).toBe(true);
    expect(program(housing, 'referrals:read', 'referrals:answer', 'status:read')).toBe(false);
    expect(program(undefined, 'webhooks:manage')).toBe(false);
  });
});
