import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
const constituency = '018f0000-0000-5000-8000-000000000001';
let test: TestService;
let fixture: Fixture;
let group: GroupId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  const omar = await fixture.member('omar');
  const ada = await fixture.member('ada');
  const rosa = await fixture.member('rosa');
  await fixture.member('uma');
  group = await fixture.group(omar, ada);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await test.dataSource.query('insert into actor_constituency (member_id, constituency_id) values ($1, $2)', [
    rosa,
    constituency,
  ]);
});
afterAll(() => test.stop());

type Fields = Readonly<Record<string, unknown>>;
type Answer = Fields & { readonly __typename: string; readonly pool?: Fields & { readonly id: string } };
const selection: Readonly<Record<string, string>> = {
  addPool: 'pool { id name seats seatsLeft isMerged isForViewer activity { id generalSeatsLeft } }',
  editPool: 'pool { id seats seatsLeft }',
  removePool: 'activity { generalSeatsLeft pools { id } }',
  registerForActivity: 'registration { status pool { id } }',
  cancelRegistration: 'registration { status }',
};
const validated: ReadonlySet<string> = new Set(['addPool', 'editPool', 'registerForActivity']);

async function act(subject: string | undefined, name: string, input: Fields): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${selection[name]} }
    ${validated.has(name) ? '... on ValidationError { fields { path } }' : ''} ... on UserError { message } } }`;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}
const register = (subject: string, activity: Activity, choice: Fields = {}) =>
  act(subject, 'registerForActivity', { activityId: activity.id, despiteClash: true, ...choice });
const members = (changes: Fields = {}) => ({
  name: 'Members first',
  audience: 'GROUP_MEMBERS',
  groupId: group,
  seats: 1,
  opensAt: inHours(-1),
  closesAt: inHours(24),
  mergesAt: inHours(24),
  ...changes,
});
async function addPool(activity: Activity, changes: Fields = {}): Promise<string> {
  const added = await act('omar', 'addPool', { activityId: activity.id, pool: members(changes) });
  return added.pool?.id ?? '';
}

describe('a pool', () => {
  it('keeps seats for its audience; everybody else has the general ones, or waits', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const added = await act('omar', 'addPool', { activityId: activity.id, pool: members(), idempotencyKey: 'one' });
    expect(added).toMatchObject({
      pool: { seatsLeft: 1, isMerged: false, isForViewer: true, activity: { generalSeatsLeft: 1 } },
    });
    expect(
      await act('omar', 'addPool', { activityId: activity.id, pool: members(), idempotencyKey: 'one' }),
    ).toMatchObject({ pool: { id: added.pool?.id } });
    expect(await register('uma', activity)).toMatchObject({ registration: { status: 'CONFIRMED', pool: null } });
    expect(await register('rosa', activity)).toMatchObject({ registration: { status: 'WAITLISTED', pool: null } });
    expect(await register('ada', activity)).toMatchObject({
      registration: { status: 'CONFIRMED', pool: { id: added.pool?.id } },
    });
  });

  it('is for who studies what it names, and open for its time; whoever names one that is not theirs is told', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 9 });
    const freshers = await addPool(activity, {
      audience: 'CONSTITUENCIES',
      groupId: null,
      constituencyIds: [constituency],
    });
    const early = await addPool(activity, { opensAt: inHours(1) });
    expect(await register('uma', activity, { poolId: freshers })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await register('ada', activity, { poolId: early })).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await register('ada', activity, { poolId: missing })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'poolId' }],
    });
    expect(await register('rosa', activity, { poolId: freshers })).toMatchObject({
      registration: { status: 'CONFIRMED', pool: { id: freshers } },
    });
    expect(await register('ada', activity)).toMatchObject({ registration: { status: 'CONFIRMED', pool: null } });
  });

  it('passes a seat that is given back to who waits for it, and what it did not sell to everybody when it merges', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const pool = await addPool(activity);
    await register('uma', activity);
    await register('rosa', activity, { autoAccept: true });
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 1, WAITLISTED: 1 });
    clock.set(inHours(24).toISOString());
    await test.dataSource.query(
      `select graphile_worker.add_job('merge-pool', payload := $1::json, run_at := now(), job_key := 'again')`,
      [JSON.stringify({ poolId: pool, _due: inHours(24).toISOString() })],
    );
    await waitFor('the pool to merge', async () => (await fixture.statuses(activity.id))['CONFIRMED'] === 2);
    const seen = await test.run(
      'ada',
      'query ($id: ID!) { activity(id: $id) { generalSeatsLeft pools { seatsLeft isMerged isForViewer } } }',
      { id: activity.id },
    );
    expect(seen.data?.['activity']).toEqual({
      generalSeatsLeft: 0,
      pools: [{ seatsLeft: 0, isMerged: true, isForViewer: false }],
    });
    clock.set(testStart);
  });

  it('evicts nobody when it is made smaller, and gives to who waits when it is made larger', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const pool = await addPool(activity, { seats: 2 });
    await register('omar', activity);
    await register('ada', activity);
    expect(await act('omar', 'editPool', { poolId: pool, changes: { seats: 1 } })).toMatchObject({
      pool: { seats: 1, seatsLeft: 0 },
    });
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 2 });
    const other = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const small = await addPool(other);
    await register('uma', other);
    await register('omar', other);
    await register('ada', other, { autoAccept: true });
    expect(await fixture.statuses(other.id)).toEqual({ CONFIRMED: 2, WAITLISTED: 1 });
    await test.dataSource.query('update activity set capacity = 3 where id = $1', [other.id]);
    await act('omar', 'editPool', { poolId: small, changes: { seats: 2 } });
    expect(await fixture.statuses(other.id)).toEqual({ CONFIRMED: 3 });
  });

  it('can be taken away while nobody has or had a place in it', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const used = await addPool(activity);
    const unused = await addPool(activity);
    await register('ada', activity, { poolId: used });
    expect(await act('omar', 'removePool', { poolId: used })).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('omar', 'removePool', { poolId: unused })).toMatchObject({
      activity: { generalSeatsLeft: 1, pools: [{ id: used }] },
    });
  });

  it('is planned by whoever edits the activity, and hidden with it', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const draft = await fixture.activity(group, 'DRAFT', { capacity: 2 });
    const pool = await addPool(draft);
    const over = await fixture.activity(group, 'CANCELLED', { capacity: 2 });
    for (const subject of ['ada', undefined]) {
      expect(await act(subject, 'addPool', { activityId: activity.id, pool: members() })).toMatchObject({
        __typename: 'NotAllowedError',
      });
      for (const [name, input] of [
        ['addPool', { pool: members(), activityId: draft.id }],
        ['editPool', { changes: { seats: 2 }, poolId: pool }],
        ['removePool', { poolId: pool }],
      ] as const)
        expect(await act(subject, name, input)).toMatchObject({ __typename: 'NotFoundError' });
    }
    const visible = await addPool(activity);
    for (const [name, input] of [
      ['editPool', { changes: { seats: 2 } }],
      ['removePool', {}],
    ] as const) {
      expect(await act('ada', name, { ...input, poolId: visible })).toMatchObject({ __typename: 'NotAllowedError' });
      expect(await act('ada', name, { ...input, poolId: missing })).toMatchObject({ __typename: 'NotFoundError' });
    }
    expect(await act('omar', 'addPool', { activityId: over.id, pool: members() })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('says of every rule which field breaks it', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const broken = async (changes: Fields): Promise<unknown> => {
      const answer = await act('omar', 'addPool', { activityId: activity.id, pool: members(changes) });
      return (answer['fields'] as readonly { path: string }[] | undefined)?.map(({ path }) => path);
    };
    expect(await broken({ name: '' })).toEqual(['name']);
    expect(await broken({ seats: 0 })).toEqual(['seats']);
    expect(await broken({ seats: 3 })).toEqual(['seats']);
    expect(await broken({ closesAt: inHours(-2) })).toEqual(['closesAt']);
    expect(await broken({ mergesAt: inHours(-2) })).toEqual(['mergesAt']);
    expect(await broken({ groupId: null })).toEqual(['groupId']);
    expect(await broken({ audience: 'CONSTITUENCIES', groupId: null })).toEqual(['constituencyIds']);
    expect(await broken({ constituencyIds: [constituency] })).toEqual(['constituencyIds']);
    const free = await fixture.activity(group, 'PUBLISHED', { capacity: undefined });
    expect(await act('omar', 'addPool', { activityId: free.id, pool: members() })).toMatchObject({
      __typename: 'ValidationError',
    });
  });

  it('is read with as many statements for many activities as for one', async () => {
    for (let index = 0; index < 3; index += 1)
      await addPool(await fixture.activity(group, 'PUBLISHED', { capacity: 2 }));
    const query =
      'query ($first: Int!) { activities(first: $first) { edges { node { generalSeatsLeft pools { seatsLeft isForViewer } } } } }';
    const count = async (first: number) => (await test.countStatements(() => test.run('ada', query, { first }))).length;
    expect(await count(6)).toEqual(await count(1));
  });
});
