import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import { activities, Fixture, inHours } from './fixture.js';
import { explainWaiting, listWaiting, watch } from './rush-checker.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let group: GroupId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  const omar = await fixture.member('omar');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
});
afterAll(() => test.stop());

type Answer = { readonly __typename: string; readonly registration?: { readonly id: string; readonly status: string } };

async function act(subject: string, name: string, input: object): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { registration { id status } } } }`;
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}
const lower = (activityId: string, capacity: number) =>
  test.run('omar', 'mutation ($input: EditActivityInput!) { editActivity(input: $input) { __typename } }', {
    input: { activityId, changes: { capacity } },
  });

/** Members with seats and members who wait, in that order, as if they had registered one after the other. */
async function queueOf(prefix: string, activity: Activity, { seated, waiting }: { seated: number; waiting: number }) {
  const members = await fixture.crowd(prefix, seated + waiting);
  await test.dataSource.query(
    `insert into registration (id, activity_id, member_id, status, queued_at, auto_accept, version)
     select gen_random_uuid(), $1, m, case when place <= $3 then 'CONFIRMED' else 'WAITLISTED' end,
       $4::timestamptz + place * interval '1 millisecond', place % 3 = 0, 1
     from unnest($2::uuid[]) with ordinality as list(m, place)`,
    [activity.id, members, seated, inHours(-20)],
  );
  const rows: readonly { id: string; member_id: string }[] = await test.dataSource.query(
    'select id, member_id from registration where activity_id = $1 order by queued_at',
    [activity.id],
  );
  return rows.map(({ id }, index) => ({ id, subject: `${prefix}${index}` }));
}
/** Three hundred at a time, as many as a server takes in before it lets others wait at its door. */
async function inLanes<T>(count: number, work: (index: number) => Promise<T>): Promise<readonly T[]> {
  const outcomes: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) outcomes.push(await work(index));
  };
  await Promise.all(Array.from({ length: 300 }, lane));
  return outcomes;
}

const counts = async (activityId: string) => {
  const { CONFIRMED = 0, OFFERED = 0, WAITLISTED = 0, ...rest } = await fixture.statuses(activityId);
  return { CONFIRMED, OFFERED, WAITLISTED, ...rest };
};

describe('an opening rush', () => {
  it('of 3,000 members for 400 seats in two pools never gives one too many, as anybody could read at any time', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 400 });
    await test.dataSource.query(
      `insert into pool (id, activity_id, name, audience, group_id, seats, opens_at, closes_at, merges_at, created_at, version)
       values (gen_random_uuid(), $1, 'Members', 'GROUP_MEMBERS', $2, 100, $3, $4, $4, $3, 1)`,
      [activity.id, group, inHours(-1), inHours(48)],
    );
    const members = await fixture.crowd('rush', 3000);
    await test.dataSource.query(
      'insert into actor_group_membership (member_id, group_id) select m, $2 from unnest($1::uuid[]) m',
      [members.slice(0, 1000), group],
    );
    const { outcome, looks } = await watch(test, activity.id, () =>
      inLanes(3000, (index) =>
        // Members of the group come last, and have the seats that are kept for them all the same.
        act(`rush${2999 - index}`, 'registerForActivity', {
          activityId: activity.id,
          autoAccept: index % 2 === 0,
          idempotencyKey: `rush-${index}`,
        }),
      ),
    );
    expect(looks).toBeGreaterThan(1);
    expect(new Set(outcome.map(({ __typename }) => __typename))).toEqual(new Set(['RegisterForActivitySuccess']));
    expect(await counts(activity.id)).toEqual({ CONFIRMED: 400, OFFERED: 0, WAITLISTED: 2600 });
    const pooled: readonly { taken: number }[] = await test.dataSource.query(
      `select count(*)::int as taken from registration where activity_id = $1 and status = 'CONFIRMED' and pool_id is not null`,
      [activity.id],
    );
    expect(pooled).toEqual([{ taken: 100 }]);
    const explained = explainWaiting(await listWaiting(test, activity.id));
    expect(explained).toHaveLength(2600);
    expect(new Set(explained.slice(1).map((line) => line.split(': ')[1]))).toEqual(new Set(['time']));
  }, 180_000);
});

describe('a cancellation storm', () => {
  it('of 60 with 300 waiting passes every freed seat on exactly once, in order', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 80 });
    const queue = await queueOf('storm', activity, { seated: 80, waiting: 300 });
    const { outcome } = await watch(test, activity.id, () =>
      Promise.all(
        queue.slice(0, 60).map(({ id, subject }) => act(subject, 'cancelRegistration', { registrationId: id })),
      ),
    );
    expect(new Set(outcome.map(({ registration }) => registration?.status))).toEqual(new Set(['CANCELLED']));
    const rows: readonly { id: string; status: string }[] = await test.dataSource.query(
      'select id, status from registration where activity_id = $1 order by queued_at',
      [activity.id],
    );
    expect(rows.slice(80, 140).map(({ status }) => status)).toEqual(
      Array.from({ length: 60 }, (_unused, index) => ((index + 81) % 3 === 0 ? 'CONFIRMED' : 'OFFERED')),
    );
    expect(rows.slice(140).every(({ status }) => status === 'WAITLISTED')).toBe(true);
    const told: readonly { count: number; people: number }[] = await test.dataSource.query(
      `select count(*)::int as count, count(distinct aggregate_id)::int as people from outbox_event
       where name in ('PlaceChanged', 'ActivityNotice') and data->>'activityId' = $1`,
      [activity.id],
    );
    expect(told).toEqual([{ count: 60, people: 60 }]);
    expect(explainWaiting(await listWaiting(test, activity.id))).toHaveLength(240);
  }, 120_000);

  it('of two at the same instant gives two people a seat, not one of them twice', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const queue = await queueOf('two', activity, { seated: 2, waiting: 3 });
    await watch(test, activity.id, () =>
      Promise.all(
        queue.slice(0, 2).map(({ id, subject }) => act(subject, 'cancelRegistration', { registrationId: id })),
      ),
    );
    expect(await counts(activity.id)).toEqual({ CANCELLED: 2, CONFIRMED: 1, OFFERED: 1, WAITLISTED: 1 });
  });
});

describe('a capacity that is lowered', () => {
  it('during a rush takes nobody’s seat and lets nobody in above it', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 100 });
    await fixture.crowd('lowered', 400);
    const { outcome } = await watch(
      test,
      activity.id,
      async () => {
        const rush = Array.from({ length: 400 }, (_unused, index) =>
          act(`lowered${index}`, 'registerForActivity', { activityId: activity.id }),
        );
        const off = rush[0]?.then(() => lower(activity.id, 40));
        const answers = await Promise.all(rush);
        await off;
        return answers;
      },
      100,
    );
    const confirmed = outcome.filter(({ registration }) => registration?.status === 'CONFIRMED').length;
    const after = await counts(activity.id);
    expect(after).toEqual({ CONFIRMED: confirmed, OFFERED: 0, WAITLISTED: 400 - confirmed });
    expect(confirmed).toBeLessThanOrEqual(100);
    expect(confirmed).toBeGreaterThanOrEqual(40);
    explainWaiting(await listWaiting(test, activity.id));
  }, 120_000);

  it('is the last word also for code that forgets to count', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
    const [one, two] = await fixture.crowd('forgetful', 2);
    if (one === undefined || two === undefined) throw new Error('two people');
    await fixture.registration(activity, one, 'CONFIRMED');
    await expect(
      fixture.registration(activity, two, 'OFFERED', {
        offeredAt: inHours(0),
        offerExpiresAt: inHours(1),
      }),
    ).rejects.toThrow('has no seat left');
    await expect(fixture.registration(activity, two, 'WAITLISTED')).resolves.toBeDefined();
  });
});

describe('offers that run out while others are accepted', () => {
  it('leave every seat with one person: whoever accepted in time, or whoever was next', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 40 });
    const queue = await queueOf('late', activity, { seated: 40, waiting: 200 });
    for (const { id, subject } of queue.slice(0, 40)) await act(subject, 'cancelRegistration', { registrationId: id });
    const offered: readonly { id: string }[] = await test.dataSource.query(
      `select id from registration where activity_id = $1 and status = 'OFFERED' order by queued_at`,
      [activity.id],
    );
    const subjects = new Map(queue.map(({ id, subject }) => [id, subject]));
    const { outcome } = await watch(test, activity.id, async () => {
      const answers = offered.map(async ({ id }, index) => {
        if (index === Math.floor(offered.length / 2)) clock.set(inHours(13).toISOString());
        return act(subjects.get(id) ?? '', index % 4 === 0 ? 'declineOffer' : 'acceptOffer', { registrationId: id });
      });
      return Promise.all(answers);
    });
    clock.set(testStart);
    const taken = outcome.filter(({ registration }) => registration?.status === 'CONFIRMED').length;
    const after = await counts(activity.id);
    expect(after.CONFIRMED + after.OFFERED).toBe(40);
    expect(after.CONFIRMED).toBeGreaterThanOrEqual(taken);
    expect(explainWaiting(await listWaiting(test, activity.id))).toHaveLength(after.WAITLISTED);
  }, 120_000);
});
