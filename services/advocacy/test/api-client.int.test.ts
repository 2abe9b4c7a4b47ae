import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { createClientDirectory } from '../src/client-directory.js';
import { keys, machine, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
afterAll(() => test.stop());

type Who = Parameters<Fixture['ask']>[0];

const register = (changes: object = {}) =>
  fixture.mutate(
    'dirk',
    'registerApiClient',
    { departmentId: fixture.departments.housing, name: 'Case system', scopes: ['REFERRALS_READ'], ...changes },
    'client { id clientId name scopes viewerActions } secret',
  );
const clientsOf = async (who: Who) =>
  (
    await fixture.ask(
      who,
      '{ departments { name apiClients { id clientId scopes revokedAt viewerActions } secretsAreKeptBy } }',
    )
  )['departments'].find(({ name }: { name: string }) => name === 'Student Housing').apiClients;
const digest = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const known = async (clientId: string) =>
  (await createClientDirectory(test.dataSource, clock).find(clientId))?.secretHashes ?? [];

describe('a program that a lead registers', () => {
  it('gets an id and a secret that is shown once and kept as a digest alone', async () => {
    const { client, secret } = await register({ scopes: ['STATUS_READ', 'REFERRALS_READ'] });
    expect(client).toMatchObject({ scopes: ['REFERRALS_READ', 'STATUS_READ'], viewerActions: ['ROTATE', 'REVOKE'] });
    expect(client.clientId).toMatch(/^department-[0-9a-f-]{36}$/);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(await known(client.clientId)).toEqual([digest(secret)]);
    const stored = JSON.stringify(await fixture.sql('select * from department_client'));
    expect(stored).not.toContain(secret);
    expect(JSON.stringify(await clientsOf('dirk'))).not.toContain(digest(secret));
  });

  it('may do what it was registered for and no more, whatever its token says, and at once nothing when it is revoked', async () => {
    const referralId = await fixture.sent(await fixture.assigned());
    const { client } = await register({ scopes: ['REFERRALS_READ'] });
    const program = machine(client.clientId, 'referrals:read', 'referrals:answer', 'insights:read');
    const read = async () =>
      (
        await fixture.ask(program, 'query ($id: ID!) { referral(id: $id) { fields { value } viewerActions } }', {
          id: referralId,
        })
      )['referral'];
    expect(await read()).toEqual({
      fields: [{ value: 'Lakeside 27' }, { value: 'A repair with a date' }],
      viewerActions: [],
    });
    expect(await fixture.mutate(program, 'acknowledgeReferral', { referralId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    await fixture.expectSuccess('dirk', 'revokeApiClient', { apiClientId: client.id });
    expect(await read()).toBeNull();
    expect(await known(client.clientId)).toEqual([]);
    expect(await fixture.mutate('dirk', 'rotateApiClientSecret', { apiClientId: client.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'REVOKED',
    });
    expect((await clientsOf('dirk')).at(-1)).toMatchObject({ id: client.id, viewerActions: [] });
  });

  it('gets a new secret beside the old one, which is taken for a day more', async () => {
    clock.set(testStart);
    const { client, secret } = await register();
    const rotated = await fixture.mutate('dirk', 'rotateApiClientSecret', { apiClientId: client.id }, 'secret');
    expect(new Set(await known(client.clientId))).toEqual(new Set([digest(secret), digest(rotated['secret'])]));
    clock.advance(86_400_001);
    expect(await known(client.clientId)).toEqual([digest(rotated['secret'])]);
    clock.set(testStart);
  });

  it('that may see where referrals stand reads no word of them', async () => {
    const referralId = await fixture.sent(await fixture.assigned());
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
    await fixture.expectSuccess('dana', 'askReferralInformation', { referralId, question: 'Which window?' });
    await fixture.expectSuccess('dirk', 'respondToReferral', { referralId, decision: 'AGREE', text: 'We come' });
    const promise = [{ text: 'A visit', dueAt: '2026-10-20T09:00:00Z' }];
    await fixture.expectSuccess('dirk', 'startReferralActions', { referralId, milestones: promise });
    const { client } = await register({ scopes: ['STATUS_READ'] });
    const program = machine(client.clientId, 'status:read', 'referrals:read');
    const readings = async () => (await fixture.sql('select 1 from disclosure')).length;
    const before = await readings();
    const { referrals } = await fixture.ask(
      program,
      '{ referrals(first: 100) { edges { node { id status dueAt fields { value } questions { question } response { text } milestones { text } draftResponse handler { subject } chain { id } holders { name } viewerActions } } } }',
    );
    const seen = referrals.edges.find(({ node }: { node: { id: string } }) => node.id === referralId).node;
    expect(seen).toEqual({
      id: referralId,
      status: 'ACTIONS',
      dueAt: '2026-10-19T22:59:59.999Z',
      fields: [],
      questions: [],
      response: null,
      milestones: [],
      draftResponse: null,
      handler: null,
      chain: [],
      holders: null,
      viewerActions: [],
    });
    expect(await readings()).toBe(before);
  });

  it('is known to nobody but the lead: for everybody else it is exactly as missing', async () => {
    const { client } = await register();
    for (const who of [
      'dana',
      'lena',
      'sys',
      'ada',
      'amira',
      undefined,
      machine('department-housing', 'referrals:read'),
    ]) {
      expect(await clientsOf(who)).toEqual([]);
      for (const name of ['rotateApiClientSecret', 'revokeApiClient']) {
        const answer = await fixture.mutate(who, name, { apiClientId: client.id });
        expect(answer).toEqual(await fixture.mutate(who, name, { apiClientId: randomUUID() }));
        expect(answer).toMatchObject({ __typename: 'NotFoundError' });
      }
      const { housing: departmentId } = fixture.departments;
      const asked = { departmentId, name: 'Case system', scopes: ['REFERRALS_READ'] };
      expect(await fixture.mutate(who, 'registerApiClient', asked)).toMatchObject({ __typename: 'NotAllowedError' });
    }
    expect(await register({ departmentId: randomUUID() })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await register({ name: '', scopes: [] })).toMatchObject({ fields: [{ path: 'name' }, { path: 'scopes' }] });
  });

  it('is one of ten at most, also when several are registered at once', async () => {
    await fixture.sql(`delete from department_client where client_id <> 'department-library'`);
    const all = await Promise.all(Array.from({ length: 12 }, () => register()));
    expect(all.filter((answer) => answer['__typename'] === 'RegisterApiClientSuccess')).toHaveLength(10);
    expect(all.filter((answer) => answer['__typename'] === 'LimitReachedError')).toHaveLength(2);
  });
});

describe('where the university keeps the secrets', () => {
  it('a lead names its client, no secret is made, and no department names another’s', async () => {
    const { test: other, fixture: there } = await startAdvocacy({
      environment: { ...keys, GUILDHALL_SECRET_KEEPER: 'UNIVERSITY' },
    });
    try {
      const name = (who: string, departmentId: string, clientId: string | undefined) =>
        there.mutate(
          who,
          'registerApiClient',
          { departmentId, name: 'Case system', scopes: ['REFERRALS_READ'], clientId },
          'client { viewerActions } secret',
        );
      const { housing, library } = there.departments;
      expect(await name('dirk', housing, 'urn:housing')).toMatchObject({
        client: { viewerActions: ['REVOKE'] },
        secret: null,
      });
      expect(await name('lena', library, 'urn:housing')).toMatchObject({ __typename: 'ConflictError' });
      expect(await name('lena', library, 'portal')).toMatchObject({ fields: [{ path: 'clientId', rule: 'UNKNOWN' }] });
      expect(await name('lena', library, undefined)).toMatchObject({
        fields: [{ path: 'clientId', rule: 'REQUIRED' }],
      });
    } finally {
      await other.stop();
    }
  });
});
