import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { friendsMax } from '../src/going/going.js';
import { defaultAudiences, type Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const evening = '018f0000-0000-7000-8000-0000000000c1';
const morning = '018f0000-0000-7000-8000-0000000000c2';
let test: TestService;
let fixture: Fixture;
let ada: Member;
const people = new Map<string, Member>();

async function goes({ id }: Member, activityId: string, isHeld = true): Promise<void> {
  await test.dataSource.query(
    'insert into place_told (registration_id, activity_id, member_id, is_held, changed_at) values ($1, $2, $3, $4, now())',
    [randomUUID(), activityId, id, isHeld],
  );
}
async function person(name: string, changes: Partial<Member> = {}): Promise<Member> {
  const member = await fixture.member(name, changes);
  people.set(name, member);
  return member;
}
/** Connects a person with Ada, lets connections know and gives a place, but for what their name says. */
async function settle(name: string): Promise<void> {
  const member = people.get(name);
  if (member === undefined) throw new Error(`nobody is called ${name}`);
  if (!['stranger', 'blocker', 'blocked'].includes(name)) await fixture.connection(ada.id, member.id);
  if (name !== 'silent') await test.dataSource.query('insert into going_sharing (member_id) values ($1)', [member.id]);
  await goes(member, name === 'elsewhere' ? morning : evening, name !== 'left');
}
const idOf = (name: string): Member['id'] => people.get(name)?.id ?? ada.id;
const nameOf = (id: string): string | undefined => [...people].find(([, member]) => member.id === id)?.[0];

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  ada = await person('ada');
  const shared = { audiences: { ...defaultAudiences, displayName: 'MEMBERS' as const } };
  // Each differs from `friend`, whom Ada is told of, in one thing.
  for (const name of ['friend', 'silent', 'stranger', 'elsewhere', 'left', 'blocker', 'blocked'])
    await person(name, shared);
  await person('nameless', { audiences: { ...defaultAudiences, displayName: 'ONLY_ME' } });
  await person('suspended', shared);
  for (const name of [...people.keys()].filter((each) => each !== 'ada')) await settle(name);
  await fixture.block(ada.id, idOf('blocked'));
  await fixture.block(idOf('blocker'), ada.id);
  await test.dataSource.query(`update member set status = 'SUSPENDED', status_until = '2030-01-01' where id = $1`, [
    idOf('suspended'),
  ]);
  await goes(ada, evening);
});
afterAll(() => test.stop());

async function friends(subject: string | undefined, ids: readonly string[]): Promise<readonly (readonly string[])[]> {
  const { data, errors } = await test.run(
    subject,
    'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Activity { friendsGoing { id displayName } } } }',
    { refs: ids.map((id) => ({ __typename: 'Activity', id })) },
  );
  expect(errors).toBeUndefined();
  const found = data?.['_entities'] as readonly { readonly friendsGoing: readonly { readonly id: string }[] }[];
  return found.map(({ friendsGoing }) => friendsGoing.map(({ id }) => nameOf(id) ?? id));
}
const change = async (subject: string | undefined, isShown: boolean): Promise<unknown> =>
  (
    await test.run(
      subject,
      'mutation ($input: ChangeGoingSharingInput!) { changeGoingSharing(input: $input) { __typename ... on ChangeGoingSharingSuccess { isShown } } }',
      { input: { isShown } },
    )
  ).data?.['changeGoingSharing'];

describe('friends who go to an activity', () => {
  it('are those alone who are connected, let their connections know, share their name and hold a place', async () => {
    expect(await friends('ada', [evening, morning])).toEqual([['friend'], ['elsewhere']]);
    const { data } = await test.run('ada', '{ viewer { activitiesWithFriends { id } } }');
    expect(data?.['viewer']).toEqual({ activitiesWithFriends: [{ id: evening }, { id: morning }] });
  });

  it('are told to nobody else', async () => {
    for (const subject of ['stranger', 'suspended', 'blocker', 'blocked', undefined])
      expect(await friends(subject, [evening, morning])).toEqual([[], []]);
    for (const subject of ['suspended', undefined])
      expect(
        (await test.run(subject, '{ viewer { activitiesWithFriends { id } showsGoing } }')).data?.['viewer'],
      ).toEqual({
        activitiesWithFriends: [],
        showsGoing: null,
      });
  });

  it('are asked for with the same number of statements for one activity and for many', async () => {
    const cost = async (ids: readonly string[]): Promise<number> =>
      (await test.countStatements(() => friends('ada', ids))).length;
    await cost([evening]);
    expect(await cost([evening, morning, ...Array.from({ length: 8 }, () => randomUUID())])).toBe(
      await cost([evening]),
    );
  });

  it('are named by name and no more than so many of one activity', async () => {
    const crowded = randomUUID();
    for (let index = 0; index < friendsMax + 2; index += 1) {
      const one = await person(`pal ${String(index).padStart(2, '0')}`, {
        audiences: { ...defaultAudiences, displayName: 'CONNECTIONS' },
      });
      await fixture.connection(ada.id, one.id);
      await test.dataSource.query('insert into going_sharing (member_id) values ($1)', [one.id]);
      await goes(one, crowded);
    }
    const [named] = await friends('ada', [crowded]);
    expect(named).toHaveLength(friendsMax);
    expect(named).toEqual(named?.toSorted());
  });

  it('stop being told of at once when they take it back, and nobody is told of who never said anything', async () => {
    const shows = async (subject: string): Promise<unknown> =>
      (await test.run(subject, '{ viewer { showsGoing } }')).data?.['viewer'];
    expect(await shows('ada')).toEqual({ showsGoing: false });
    expect(await friends('friend', [evening])).toEqual([[]]);
    expect(await change('ada', true)).toEqual({ __typename: 'ChangeGoingSharingSuccess', isShown: true });
    expect(await change('ada', true)).toEqual({ __typename: 'ChangeGoingSharingSuccess', isShown: true });
    expect(await shows('ada')).toEqual({ showsGoing: true });
    expect(await friends('friend', [evening])).toEqual([['ada']]);
    expect(await change('ada', false)).toEqual({ __typename: 'ChangeGoingSharingSuccess', isShown: false });
    expect(await friends('friend', [evening])).toEqual([[]]);
    expect(await change(undefined, true)).toEqual({ __typename: 'NotAllowedError' });
  });

  it('stop being told of when the two are no longer connected', async () => {
    const friend = people.get('friend');
    await test.dataSource.query(
      `update member_connection set status = 'CLOSED', closed_at = now() where $1 in (requester_id, addressee_id) and $2 in (requester_id, addressee_id)`,
      [ada.id, friend?.id],
    );
    expect(await friends('ada', [evening])).toEqual([[]]);
  });
});
