import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import type { TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { advocacy, keys, startAdvocacy, type Fixture } from './fixture.js';
import { reachedForDepartments } from './reached-elsewhere.js';
import { whileChanged } from './while-changed.js';

let test: TestService;
let fixture: Fixture;
const reached = new Map<string, Set<string>>();

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({
    environment: { ...keys, GUILDHALL_WEBHOOK_ALLOWED_HOSTS: '127.0.0.1:9' },
  }));
});
afterAll(() => test.stop());

type Input = Readonly<Record<string, unknown>>;
type Row = { readonly table: string; readonly id: unknown };

async function reach(who: string, name: string, input: Input, select?: string): Promise<ReturnType<typeof JSON.parse>> {
  const answer = await fixture.mutate(who, name, input, select);
  reached.set(name, (reached.get(name) ?? new Set()).add(answer['__typename']));
  return answer;
}

/** Lets another writer change the row while the mutation is between reading and writing it. */
async function reachConflict(who: string, name: string, input: Input, row: Row): Promise<void> {
  await fixture.settled();
  await whileChanged(test, row, () => reach(who, name, input));
}

const soon = '2026-12-01T09:00:00Z';

describe('every answer that the schema names', () => {
  it('is given by some request about what a department does with a referral', async () => {
    const referralId = await fixture.sent(await fixture.assigned());
    const row = { table: 'referral', id: referralId };
    const milestone = { referralId, text: 'A visit', dueAt: soon };
    await reach('dana', 'handReferral', { referralId: randomUUID(), subject: 'dana' });
    await reach('ada', 'handReferral', { referralId, subject: 'dana' });
    await reach('dana', 'handReferral', { referralId, subject: 'lena' });
    await reachConflict('dana', 'handReferral', { referralId, subject: 'dana' }, row);
    await reach('dana', 'handReferral', { referralId, subject: 'dana' });
    await reach('dirk', 'addReferralMilestone', milestone);
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
    await fixture.expectSuccess('dirk', 'respondToReferral', { referralId, decision: 'AGREE', text: 'Yes' });
    await fixture.expectSuccess('dirk', 'startReferralActions', { referralId, milestones: [] });
    await reach('dirk', 'addReferralMilestone', { ...milestone, referralId: randomUUID() });
    await reach('dana', 'addReferralMilestone', milestone);
    await reach('dirk', 'addReferralMilestone', { ...milestone, text: '' });
    await reachConflict('dirk', 'addReferralMilestone', milestone, row);
    const added = await reach('dirk', 'addReferralMilestone', milestone, 'referral { milestones { id } }');
    const milestoneId = added['referral'].milestones[0].id;
    await reach('dirk', 'completeReferralMilestone', { milestoneId: randomUUID() });
    await reach('dana', 'completeReferralMilestone', { milestoneId });
    await reachConflict(
      'dirk',
      'completeReferralMilestone',
      { milestoneId },
      { table: 'referral_milestone', id: milestoneId },
    );
    await reach('dirk', 'completeReferralMilestone', { milestoneId });
    await reach('dirk', 'completeReferralMilestone', { milestoneId });
    await fixture.expectSuccess('carl', 'closeReferral', { referralId });
    await reach('dana', 'handReferral', { referralId, subject: 'dana' });
    expect(reached.get('handReferral')).toContain('HandReferralSuccess');
  });

  it('is given by some request about departments', async () => {
    const facts = { name: 'Estates', remit: 'Buildings' };
    await reach('dirk', 'createDepartment', facts);
    await reach('sys', 'createDepartment', { ...facts, name: '' });
    const made = await reach('sys', 'createDepartment', facts, 'department { id }');
    const departmentId = made['department'].id;
    const row = { table: 'department', id: departmentId };
    await reach('sys', 'editDepartment', { departmentId: randomUUID() });
    await reach('dirk', 'editDepartment', { departmentId, remit: 'x' });
    await reach('sys', 'editDepartment', { departmentId, remit: '' });
    await reachConflict('sys', 'editDepartment', { departmentId, remit: 'x' }, row);
    await reach('sys', 'editDepartment', { departmentId, remit: 'x' });
    await reach('sys', 'setDepartmentStatus', { departmentId: randomUUID(), status: 'CLOSED' });
    await reach('dirk', 'setDepartmentStatus', { departmentId, status: 'CLOSED' });
    await reachConflict('sys', 'setDepartmentStatus', { departmentId, status: 'CLOSED' }, row);
    await reach('sys', 'setDepartmentStatus', { departmentId, status: 'CLOSED' });
    await reach('sys', 'setDepartmentStatus', { departmentId, status: 'CLOSED' });
    expect(reached.get('setDepartmentStatus')).toContain('SetDepartmentStatusSuccess');
  });

  it('is given by some request about programs', async () => {
    const asked = { departmentId: fixture.departments.housing, name: 'System', scopes: ['REFERRALS_READ'] };
    await reach('dirk', 'registerApiClient', { ...asked, departmentId: randomUUID() });
    await reach('dana', 'registerApiClient', asked);
    await reach('dirk', 'registerApiClient', { ...asked, scopes: [] });
    const made = await reach('dirk', 'registerApiClient', asked, 'client { id }');
    const apiClientId = made['client'].id;
    const row = { table: 'department_client', id: apiClientId };
    for (const name of ['rotateApiClientSecret', 'revokeApiClient']) {
      await reach('dirk', name, { apiClientId: randomUUID() });
      await reachConflict('dirk', name, { apiClientId }, row);
      await reach('dirk', name, { apiClientId });
    }
    for (const name of ['rotateApiClientSecret', 'revokeApiClient']) await reach('dirk', name, { apiClientId });
    for (let index = 0; index < 10; index += 1) await reach('dirk', 'registerApiClient', asked);
    expect(reached.get('revokeApiClient')).toContain('RevokeApiClientSuccess');
  });

  it('is given by some request about webhooks', async () => {
    const asked = { departmentId: fixture.departments.housing, url: 'http://127.0.0.1:9/' };
    await reach('dirk', 'createWebhook', { ...asked, departmentId: randomUUID() });
    await reach('dana', 'createWebhook', asked);
    await reach('dirk', 'createWebhook', { ...asked, url: '' });
    const made = await reach('dirk', 'createWebhook', asked, 'webhook { id }');
    const webhookId = made['webhook'].id;
    const row = { table: 'webhook', id: webhookId };
    for (const input of [{ webhookId: randomUUID() }, { webhookId, idempotencyKey: 'one' }])
      await reach('dirk', 'testWebhook', input);
    const other = await fixture.mutate('dirk', 'createWebhook', asked, 'webhook { id }');
    await reach('dirk', 'testWebhook', { webhookId: other['webhook'].id, idempotencyKey: 'one' });
    const [{ id: deliveryId }] = await fixture.sql('select id from webhook_message where webhook_id = $1', [webhookId]);
    await reach('dirk', 'resendWebhookDelivery', { deliveryId: randomUUID() });
    await reach('dirk', 'resendWebhookDelivery', { deliveryId });
    await fixture.settled();
    await fixture.sql(
      `update webhook_message set status = 'GIVEN_UP', next_at = null, settled_at = now() where id = $1`,
      [deliveryId],
    );
    await reachConflict('dirk', 'resendWebhookDelivery', { deliveryId }, { table: 'webhook_message', id: deliveryId });
    await reach('dirk', 'resendWebhookDelivery', { deliveryId });
    await reach('dirk', 'rotateWebhookSecret', { webhookId: randomUUID() });
    await reachConflict('dirk', 'rotateWebhookSecret', { webhookId }, row);
    await reach('dirk', 'rotateWebhookSecret', { webhookId });
    await reach('dirk', 'setWebhookStatus', { webhookId: randomUUID(), isEnabled: false });
    await reachConflict('dirk', 'setWebhookStatus', { webhookId, isEnabled: false }, row);
    for (const _again of [1, 2]) await reach('dirk', 'setWebhookStatus', { webhookId, isEnabled: false });
    await reach('dirk', 'testWebhook', { webhookId });
    await reach('dirk', 'deleteWebhook', { webhookId: randomUUID() });
    await reachConflict('dirk', 'deleteWebhook', { webhookId }, row);
    await reach('dirk', 'deleteWebhook', { webhookId });
    for (let index = 0; index < 5; index += 1) await reach('dirk', 'createWebhook', asked);
    expect(reached.get('deleteWebhook')).toContain('DeleteWebhookSuccess');
  });

  it('was reached, but for the conflicts that a lock makes wait instead', () => {
    const schema = buildServiceSchema(advocacy);
    const missing = reachedForDepartments.flatMap((mutation) => {
      const union = schema.getType(`${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`);
      const members = isUnionType(union) ? union.getTypes() : [];
      expect(members).not.toEqual([]);
      return members
        .filter(({ name }) => reached.get(mutation)?.has(name) !== true)
        .map(({ name }) => `${mutation}: ${name}`);
    });
    // Whoever counts or names holds the others back; a taken client id is shown in api-client.int.test.ts.
    expect(missing.sort()).toEqual([
      'createDepartment: ConflictError',
      'createWebhook: ConflictError',
      'registerApiClient: ConflictError',
    ]);
  });
});
