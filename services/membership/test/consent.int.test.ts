import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
const dayMs = 86_400_000;
let test: TestService;
let fixture: Fixture;
let chess: Group;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  const people = await Promise.all(['ada', 'omar', 'rosa', 'iris', 'noor'].map((subject) => fixture.member(subject)));
  await fixture.member('mo');
  chess = await fixture.group(
    'Chess',
    people.map(({ id }) => id),
  );
});
afterAll(() => test.stop());

const giving =
  'mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename ... on GiveConsentSuccess { consent { id purpose fields group { name } status withdrawnAt viewerActions } } ... on UserError { message } ... on ValidationError { fields { path } } } }';
const withdrawing =
  'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename ... on WithdrawConsentSuccess { consent { status viewerActions } } ... on UserError { message } } }';
const listing =
  'query ($first: Int, $after: String) { viewer { consents(first: $first, after: $after) { edges { node { id status fields } } pageInfo { hasNextPage endCursor } } } }';

type Given = { __typename: string; consent: { id: string; status: string }; fields?: readonly object[] };
let keys = 0;
async function give(who: string | undefined, changes: object = {}): Promise<Given> {
  const input = {
    purpose: 'NEEDS_IN_GROUP',
    fields: ['DIET'],
    groupId: chess.id,
    until: new Date(clock.now().getTime() + 30 * dayMs).toISOString(),
    idempotencyKey: `key-${(keys += 1)}`,
    ...changes,
  };
  return (await test.run(who, giving, { input })).data?.['giveConsent'] as Given;
}
const withdraw = async (who: string | undefined, consentId: string) =>
  (await test.run(who, withdrawing, { input: { consentId } })).data?.['withdrawConsent'];

type Listed = {
  edges: { node: { id: string; status: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
};
async function list(who: string, variables: object = {}): Promise<Listed> {
  const { data } = await test.run(who, listing, { ...variables });
  const viewer = data?.['viewer'] as { consents: Listed } | undefined;
  if (viewer === undefined) throw new Error('everybody is a viewer');
  return viewer.consents;
}

describe('a consent', () => {
  it('is given by the member alone, and to a group by its people alone', async () => {
    expect(await give('ada')).toMatchObject({
      consent: { group: { name: 'Chess' }, status: 'LIVE', withdrawnAt: null, viewerActions: ['WITHDRAW'] },
    });
    for (const who of ['mo', 'nobody', undefined])
      expect(await give(who)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await give('ada', { fields: [] })).toMatchObject({ fields: [{ path: 'fields' }] });
    const hidden = await fixture.group('Hidden', [], 'PROPOSED');
    expect(await give('nobody', { groupId: hidden.id })).toEqual(await give('nobody', { groupId: missing }));
    expect((await list('omar')).edges).toEqual([]);
  });

  it('is given once per key, and one per purpose and audience is alive', async () => {
    const input = { purpose: 'NEEDS_AT_ACTIVITY', groupId: null, idempotencyKey: 'once' };
    const first = await give('omar', input);
    expect(await give('omar', input)).toEqual(first);
    expect(await give('omar', { ...input, idempotencyKey: 'twice', fields: ['ACCESS'] })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await give('omar')).toMatchObject({ __typename: 'GiveConsentSuccess' });
  });

  it('is alive once when it is given twice at once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => give('rosa')));
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'ConflictError',
      'ConflictError',
      'ConflictError',
      'GiveConsentSuccess',
    ]);
  });

  it('ends at once, stays in the history, and can be given again', async () => {
    const { consent } = await give('iris');
    for (const who of ['ada', undefined]) expect(await withdraw(who, consent.id)).toEqual(await withdraw(who, missing));
    clock.advance(1_000);
    const answers = await Promise.all([withdraw('iris', consent.id), withdraw('iris', consent.id)]);
    expect(answers.map((answer) => (answer as { __typename: string }).__typename).toSorted()).toEqual([
      'IllegalTransitionError',
      'WithdrawConsentSuccess',
    ]);
    expect(await give('iris')).toMatchObject({ __typename: 'GiveConsentSuccess' });
    expect((await list('iris')).edges.map(({ node }) => node.status)).toEqual(['LIVE', 'WITHDRAWN']);
  });

  it('runs out by the clock, without anybody changing it', async () => {
    await give('noor', { until: new Date(clock.now().getTime() + 1_000).toISOString() });
    clock.advance(1_000);
    expect((await list('noor')).edges[0]?.node.status).toBe('EXPIRED');
    expect(await give('noor')).toMatchObject({ __typename: 'GiveConsentSuccess' });
  });

  it('is listed page by page while others are given', async () => {
    const first = await list('noor', { first: 1 });
    clock.advance(1_000);
    await give('noor', { purpose: 'NEEDS_AT_ACTIVITY', groupId: null });
    const second = await list('noor', { first: 1, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.status)).toEqual(['LIVE', 'EXPIRED']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('is never deleted, rewritten or brought back to life, whoever asks the database', async () => {
    for (const statement of [
      'delete from member_consent',
      "update member_consent set fields = '{ACCESS}'",
      'update member_consent set to_at = to_at + interval $$1 day$$',
      'update member_consent set withdrawn_at = null where withdrawn_at is not null',
    ])
      await expect(test.dataSource.query(statement)).rejects.toThrow(/consent/);
  });
});
