import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { Webhook } from 'standardwebhooks';
import { keys, machine, startAdvocacy, type Fixture } from './fixture.js';

type Received = { readonly headers: Record<string, string>; readonly body: string };

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let server: Server;
let url = '';
let received: Received[] = [];
let status = 200;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  ({ test, fixture } = await startAdvocacy({
    clock,
    environment: { ...keys, GUILDHALL_WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' },
  }));
});
afterAll(async () => {
  await test.stop();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  clock.set(testStart);
  [received, status] = [[], 200];
});

const program = machine('department-housing', 'webhooks:manage');
type Who = Parameters<Fixture['ask']>[0];

async function made(who: Who = 'dirk'): Promise<{ readonly webhookId: string; readonly secret: string }> {
  await fixture.sql('delete from webhook');
  const input = { departmentId: fixture.departments.housing, url, description: 'Case system' };
  const answer = await fixture.mutate(who, 'createWebhook', input, 'webhook { id } secret');
  return { webhookId: answer['webhook'].id, secret: answer['secret'] };
}

const shown =
  '{ viewer { department { webhooks { id url status secretMadeAt oldSecretUntil viewerActions deliveries { edges { node { id type referral { id } status nextAttemptAt attempts { number outcome statusCode } viewerActions } } pageInfo { hasNextPage endCursor } } } } } }';
const webhooksOf = async (who: Who) => (await fixture.ask(who, shown))['viewer'].department?.webhooks;
const log = async () =>
  (await webhooksOf('dirk'))[0].deliveries.edges.map(({ node }: { node: object }) => node) as ReturnType<
    typeof JSON.parse
  >[];
const count = (number: number) => waitFor(`${number} messages`, () => Promise.resolve(received.length >= number));

/** Runs the delivery of a message now, as its job would when it is due. */
async function deliver(id: string): Promise<void> {
  const before = await fixture.sql<{ attempts: number }>('select attempts from webhook_message where id = $1', [id]);
  await fixture.sql(
    `select graphile_worker.add_job('deliver-webhook', json_build_object('messageId', $1::text), job_key := $2, run_at := now())`,
    [id, `deliver-webhook:${id}`],
  );
  await waitFor('the attempt is kept', async () => {
    const [row] = await fixture.sql<{ attempts: number }>('select attempts from webhook_message where id = $1', [id]);
    return (row?.attempts ?? 0) > (before[0]?.attempts ?? 0);
  });
}

describe('a department’s system', () => {
  it('is told of what happens to its referrals, in order, signed, and without a word of them', async () => {
    const { secret } = await made();
    const caseId = await fixture.assigned();
    const referralId = await fixture.sent(caseId);
    await count(1);
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
    await fixture.expectSuccess('dana', 'askReferralInformation', { referralId, question: 'Which window?' });
    await fixture.expectSuccess('ada', 'answerReferralQuestion', { referralId, answer: 'The left one' });
    await count(2);
    await fixture.expectSuccess('dirk', 'respondToReferral', { referralId, decision: 'DECLINE', text: 'No' });
    await fixture.expectSuccess('carl', 'closeReferral', { referralId });
    await count(3);
    await fixture.expectSuccess('ada', 'withdrawReferralConsent', { referralId });
    await count(4);
    const told = received.map(({ body, headers }) => ({ body, headers }));
    const webhook = new Webhook(secret);
    expect(
      told.map(({ body, headers }) => {
        // The test's clock stands weeks before the library's own.
        expect(headers['webhook-timestamp']).toBe(String(Date.parse(testStart) / 1000));
        const id = headers['webhook-id'] ?? '';
        expect(webhook.sign(id, new Date(testStart), body)).toBe(headers['webhook-signature']);
        return JSON.parse(body);
      }),
    ).toEqual(
      ['referral.sent', 'referral.information_given', 'referral.closed', 'referral.consent_withdrawn'].map((type) => ({
        type,
        timestamp: testStart,
        data: { referralId },
      })),
    );
    expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
    expect((await log()).map(({ referral }) => referral)).toEqual(Array(4).fill({ id: referralId }));
    for (const word of [caseId, 'Lakeside', 'radiator', 'window', 'ada', 'carl'])
      expect(JSON.stringify(told)).not.toContain(word);
  });

  it('hears nothing of what was rolled back, of another department, or while it is switched off', async () => {
    const { webhookId } = await made();
    const caseId = await fixture.assigned();
    const { referralId } = await fixture.drafted(caseId);
    expect(await fixture.mutate('carl', 'sendReferral', { referralId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const elsewhere = await fixture.drafted(caseId, fixture.departments.library);
    const fieldIds = [elsewhere.fields['room']];
    await fixture.expectSuccess('ada', 'consentToReferral', { referralId: elsewhere.referralId, fieldIds });
    await fixture.expectSuccess('carl', 'sendReferral', { referralId: elsewhere.referralId });
    await fixture.expectSuccess('dirk', 'setWebhookStatus', { webhookId, isEnabled: false });
    await fixture.sent(caseId);
    await fixture.expectSuccess('dirk', 'setWebhookStatus', { webhookId, isEnabled: true });
    await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await count(1);
    expect(received.map(({ body }) => JSON.parse(body).type)).toEqual(['webhook.test']);
    expect(await log()).toMatchObject([{ type: 'webhook.test', referral: null }]);
  });

  it('is told again under the same id when it does not take a message, and the log says how each attempt went', async () => {
    const { webhookId } = await made();
    status = 503;
    const sent = await fixture.mutate('dirk', 'testWebhook', { webhookId, idempotencyKey: 'one' }, 'delivery { id }');
    const again = await fixture.mutate('dirk', 'testWebhook', { webhookId, idempotencyKey: 'one' }, 'delivery { id }');
    expect(again).toEqual(sent);
    const { id } = sent['delivery'];
    await waitFor('a second attempt', () => Promise.resolve(received.length >= 2));
    status = 200;
    await waitFor('it is delivered', async () => (await log())[0].status === 'DELIVERED');
    const [entry] = await log();
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([`msg_${id}`]));
    expect(entry).toMatchObject({ id, status: 'DELIVERED', nextAttemptAt: null, viewerActions: ['RESEND'] });
    const outcomes = entry.attempts.map((attempt: { outcome: string }) => attempt.outcome);
    expect(outcomes.at(-1)).toBe('DELIVERED');
    expect(new Set(outcomes.slice(0, -1))).toEqual(new Set(['REFUSED']));
    expect(entry.attempts.map((attempt: { number: number }) => attempt.number)).toEqual(
      outcomes.map((_: string, index: number) => index + 1),
    );
    await fixture.expectSuccess('dirk', 'resendWebhookDelivery', { deliveryId: id, idempotencyKey: 'again' });
    await waitFor('it is delivered again', async () => (await log())[0].attempts.length > outcomes.length);
    expect(received.at(-1)?.headers['webhook-id']).toBe(`msg_${id}`);
  });

  it('that nothing reaches for three days is told nothing more, its department is told why, and a message that arrives mends it', async () => {
    const { webhookId } = await made();
    status = 500;
    const { delivery } = await fixture.mutate('dirk', 'testWebhook', { webhookId }, 'delivery { id }');
    await count(1);
    // Retries are due by the test's clock long before the database's: they are kept away.
    await fixture.settled();
    clock.advance(3 * 86_400_000);
    await deliver(delivery.id);
    expect(await webhooksOf('dirk')).toMatchObject([
      { status: 'FAILING', deliveries: { edges: [{ node: { status: 'GIVEN_UP', nextAttemptAt: null } }] } },
    ]);
    const told = await fixture.sql(`select 1 from notice where recipient = $1 and reason = 'WEBHOOK_FAILING'`, [
      fixture.departments.housing,
    ]);
    expect(told).toHaveLength(1);
    await fixture.sent(await fixture.assigned());
    expect(await log()).toHaveLength(1);
    status = 200;
    await fixture.expectSuccess('dirk', 'resendWebhookDelivery', { deliveryId: delivery.id });
    await waitFor('it works again', async () => (await webhooksOf('dirk'))[0].status === 'ENABLED');
  });

  it('that says it is gone is believed at once', async () => {
    const { webhookId } = await made();
    status = 410;
    await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await waitFor('it is believed', async () => (await webhooksOf('dirk'))[0].status === 'FAILING');
    expect(await log()).toMatchObject([{ status: 'GIVEN_UP', attempts: [{ outcome: 'REFUSED', statusCode: 410 }] }]);
  });
});

describe('the secret of a webhook', () => {
  it('is shown once, is kept sealed, and goes on signing beside the new one for a day', async () => {
    const { webhookId, secret } = await made();
    const rotated = await fixture.mutate(
      'dirk',
      'rotateWebhookSecret',
      { webhookId },
      'secret webhook { oldSecretUntil }',
    );
    const fresh = rotated['secret'];
    expect(rotated['webhook'].oldSecretUntil).toBe('2026-10-06T09:00:00.000Z');
    expect(fresh).not.toBe(secret);
    const rows = JSON.stringify(await fixture.sql("select encode(content, 'escape') from webhook_secret"));
    for (const known of [secret, fresh]) expect(rows).not.toContain(known.slice('whsec_'.length, 20));
    await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await count(1);
    const signaturesOf = ({ headers, body }: Received) => {
      const id = headers['webhook-id'] ?? '';
      const at = new Date(Number(headers['webhook-timestamp']) * 1000);
      const parts = (headers['webhook-signature'] ?? '').split(' ');
      return [fresh, secret].map((each) => parts.includes(new Webhook(each).sign(id, at, body)));
    };
    expect(received.map(signaturesOf)).toEqual([[true, true]]);
    clock.advance(86_400_001);
    await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await count(2);
    expect(signaturesOf(received[1] as Received)).toEqual([true, false]);
  });

  it('is never one of three: a second rotation ends the oldest', async () => {
    const { webhookId } = await made();
    const both = await Promise.all([1, 2, 3].map(() => fixture.mutate('dirk', 'rotateWebhookSecret', { webhookId })));
    expect(both.some((answer) => answer['__typename'] === 'RotateWebhookSecretSuccess')).toBe(true);
    await fixture.mutate('dirk', 'rotateWebhookSecret', { webhookId });
    expect(await fixture.sql('select 1 from webhook_secret')).toHaveLength(2);
  });
});

describe('the webhooks of a department', () => {
  const onWebhook: Readonly<Record<string, (id: string) => Readonly<Record<string, unknown>>>> = {
    rotateWebhookSecret: (webhookId) => ({ webhookId }),
    setWebhookStatus: (webhookId) => ({ webhookId, isEnabled: false }),
    deleteWebhook: (webhookId) => ({ webhookId }),
    testWebhook: (webhookId) => ({ webhookId }),
    resendWebhookDelivery: (deliveryId) => ({ deliveryId }),
  };

  it('are seen and managed by its lead and its program with the scope, and are missing for everybody else', async () => {
    const { webhookId } = await made();
    await fixture.sql(
      `update department_client set scopes = '{referrals:read,webhooks:manage}' where client_id = 'department-housing'`,
    );
    for (const who of ['dirk', program] as const) expect(await webhooksOf(who)).toMatchObject([{ id: webhookId }]);
    const strangers: readonly Who[] = [
      'dana',
      'lena',
      'sys',
      'ada',
      'amira',
      undefined,
      machine('department-housing', 'referrals:read'),
    ];
    for (const who of strangers) {
      expect((await webhooksOf(who)) ?? []).toEqual([]);
      for (const [name, input] of Object.entries(onWebhook)) {
        const answer = await fixture.mutate(who, name, input(webhookId));
        expect({ who, name, answer }).toEqual({
          who,
          name,
          answer: await fixture.mutate(who, name, input(randomUUID())),
        });
        expect(answer).toMatchObject({ __typename: 'NotFoundError' });
      }
      const input = { departmentId: fixture.departments.housing, url: 'https://hooks.example.org/' };
      expect(await fixture.mutate(who, 'createWebhook', input)).toMatchObject({ __typename: 'NotAllowedError' });
    }
    expect(await webhooksOf('dirk')).toMatchObject([
      { id: webhookId, status: 'ENABLED', viewerActions: ['TEST', 'ROTATE', 'DISABLE', 'DELETE'] },
    ]);
  });

  it('are five at most, each to a public address', async () => {
    await fixture.sql('delete from webhook');
    const create = (changes: object) =>
      fixture.mutate('dirk', 'createWebhook', { departmentId: fixture.departments.housing, url, ...changes });
    expect(await create({ url: 'https://10.0.0.1/' })).toMatchObject({ fields: [{ path: 'url', rule: 'BAD_FORMAT' }] });
    expect(await create({ url: ' ' })).toMatchObject({ fields: [{ path: 'url', rule: 'REQUIRED' }] });
    expect(await create({ departmentId: randomUUID() })).toMatchObject({ __typename: 'NotFoundError' });
    const all = await Promise.all(Array.from({ length: 7 }, () => create({})));
    expect(all.filter((answer) => answer['__typename'] === 'CreateWebhookSuccess')).toHaveLength(5);
    expect(all.filter((answer) => answer['__typename'] === 'LimitReachedError')).toHaveLength(2);
  });

  it('cost the same number of statements with one message in the log and with many', async () => {
    const { webhookId } = await made();
    const statements = async () => (await test.countStatements(() => webhooksOf('dirk'))).length;
    await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await count(1);
    await fixture.settled();
    const one = await statements();
    for (let index = 0; index < 4; index += 1) await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await count(5);
    await fixture.settled();
    expect(await statements()).toBe(one);
  });

  it('forget what was settled a month ago', async () => {
    const { webhookId } = await made();
    await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await waitFor('it is delivered', async () => (await log())[0]?.status === 'DELIVERED');
    clock.advance(31 * 86_400_000);
    await fixture.sql(`select graphile_worker.add_job('clean-webhook-log', '{}')`);
    await waitFor('the log is empty', async () => (await log()).length === 0);
    expect(await webhooksOf('dirk')).toMatchObject([{ id: webhookId, status: 'ENABLED' }]);
  });

  it('are gone with their log once they are removed, and what waits is never sent', async () => {
    const { webhookId } = await made();
    status = 500;
    await fixture.expectSuccess('dirk', 'testWebhook', { webhookId });
    await count(1);
    await fixture.expectSuccess('dirk', 'deleteWebhook', { webhookId });
    expect(await webhooksOf('dirk')).toEqual([]);
    expect(await fixture.sql('select 1 from webhook_message')).toEqual([]);
  });
});
