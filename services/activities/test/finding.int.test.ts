import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Activity, ActivityStatus } from '../src/activity/activity.js';
import { hoursOf, weekdays, type TimeOfDay, type Weekday } from '../src/finding/activity-filter.js';
import type { GroupId } from '../src/references/group.js';
import type { AccessFeature } from '../src/venue/venue.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
const zone = 'Europe/London';
let test: TestService;
let fixture: Fixture;
let chess: GroupId;
let choir: GroupId;

/** An activity with everything it can be found by, as the plain filter reads it. */
type Row = Activity & {
  readonly languages: readonly string[];
  readonly accessFeatures: readonly AccessFeature[];
  readonly isFull: boolean;
};
const rows: Row[] = [];

type Finder = {
  readonly from?: Date;
  readonly to?: Date;
  readonly weekdays?: readonly Weekday[];
  readonly timesOfDay?: readonly TimeOfDay[];
  readonly place?: string;
  readonly kinds?: readonly string[];
  readonly groupIds?: readonly string[];
  readonly languages?: readonly string[];
  readonly accessFeatures?: readonly string[];
  readonly freeSeatsOnly?: boolean;
  readonly ids?: readonly string[];
};

/** The same answers in every run: a small generator of numbers from 0 up to, not with, `below`. */
function createNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const kinds = ['SOCIAL', 'SPORT', 'TRAINING'] as const;
const places = ['Union Hall', 'Garden', '图书馆'] as const;
const tongues = ['en', 'zh-CN', 'fr'] as const;
const features = ['STEP_FREE', 'HEARING_LOOP', 'QUIET_SPACE'] as const;

async function addRow(below: (count: number) => number): Promise<void> {
  const some = <T>(list: readonly T[]): readonly T[] => list.filter(() => below(2) === 0);
  const one = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  const status = one<ActivityStatus>([
    'PUBLISHED',
    'PUBLISHED',
    'PUBLISHED',
    'COMPLETED',
    'CANCELLED',
    'DRAFT',
    'SUBMITTED',
  ]);
  const activity = await fixture.activity(one([chess, choir]), status, {
    startsAt: inHours(below(24 * 21) - 48),
    kind: one(kinds),
    place: one(places),
    capacity: below(3) === 0 ? undefined : 1,
    ...(status === 'CANCELLED' && { publishedAt: inHours(-50) }),
  });
  const [languages, accessFeatures, isTaken] = [some(tongues), some(features), below(2) === 0];
  if (below(4) > 0)
    await test.dataSource.query('insert into activity_audience values ($1, $2, $3)', [
      activity.id,
      languages,
      accessFeatures,
    ]);
  const isSaid =
    (await test.dataSource.query('select 1 from activity_audience where activity_id = $1', [activity.id])).length === 1;
  if (isTaken) await fixture.registration(activity, await fixture.member(`taker ${rows.length}`), 'CONFIRMED');
  rows.push({
    ...activity,
    languages: isSaid ? languages : [],
    accessFeatures: isSaid ? accessFeatures : [],
    isFull: isTaken && activity.capacity === 1,
  });
}

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  const ada = await fixture.member('ada');
  const omar = await fixture.member('omar');
  chess = await fixture.group(ada, omar);
  choir = await fixture.group();
  await fixture.mandate(omar, 'PRESIDENT', chess);
  const below = createNumbers(7);
  for (let count = 0; count < 60; count += 1) await addRow(below);
});
afterAll(() => test.stop());

type Connection = {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

async function page(filter: object, more: object = {}, subject?: string): Promise<Connection> {
  const { data, errors } = await test.run(
    subject,
    `query ($filter: ActivityFinder, $order: ActivityOrder! = SOONEST, $first: Int, $after: String) {
       foundActivities(filter: $filter, order: $order, first: $first, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`,
    JSON.parse(JSON.stringify({ filter, ...more })),
  );
  expect(errors).toBeUndefined();
  return data?.['foundActivities'] as Connection;
}
const found = async (filter: object, more: object = {}, subject?: string): Promise<readonly string[]> =>
  (await page(filter, { first: 100, ...more }, subject)).edges.map(({ node }) => node.id);

const local = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', hour: '2-digit', hour12: false });
function localParts(instant: Date): { readonly weekday: string; readonly hour: number } {
  const parts = local.formatToParts(instant);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { weekday: of('weekday').toUpperCase(), hour: Number(of('hour')) % 24 };
}

const among = (values: readonly unknown[] = [], value: unknown): boolean =>
  values.length === 0 || values.includes(value);

function fitsTime(row: Row, { from, to, weekdays: days, timesOfDay = [] }: Finder): boolean {
  const { weekday, hour } = localParts(row.startsAt);
  const hours = timesOfDay.map((time) => hoursOf[time]);
  return (
    row.endsAt > (from ?? clock.now()) &&
    (to === undefined || row.startsAt < to) &&
    among(days, weekday) &&
    (hours.length === 0 || hours.some(([first, last]) => hour >= first && hour < last))
  );
}

function hasWhatIsAsked(row: Row, { languages = [], accessFeatures = [], freeSeatsOnly = false }: Finder): boolean {
  const isOpen = row.status === 'PUBLISHED' && row.registrationClosesAt > clock.now();
  return (
    (languages.length === 0 || row.languages.some((tongue) => languages.includes(tongue))) &&
    accessFeatures.every((feature) => row.accessFeatures.some((offered) => offered === feature)) &&
    (!freeSeatsOnly || (isOpen && !row.isFull))
  );
}

/** The plain filter over every row that the database is checked against. */
function fits(row: Row, filter: Finder): boolean {
  const isPublic = row.publishedAt !== undefined && ['PUBLISHED', 'COMPLETED', 'REPORTED'].includes(row.status);
  return (
    isPublic &&
    fitsTime(row, filter) &&
    row.place.toLowerCase().includes((filter.place ?? '').toLowerCase()) &&
    among(filter.kinds, row.kind) &&
    among(filter.groupIds, row.groupId) &&
    among(filter.ids, row.id) &&
    hasWhatIsAsked(row, filter)
  );
}
const bySoonest = (one: Row, other: Row): number =>
  one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1);

/** A filter of some parts, each there as often as chance has it. */
function randomFilter(below: (count: number) => number): Finder {
  const some = <T>(list: readonly T[]): readonly T[] => list.filter(() => below(3) === 0);
  const parts: Readonly<Record<keyof Finder, () => unknown>> = {
    from: () => inHours(below(24 * 10) - 60),
    to: () => inHours(below(24 * 21)),
    weekdays: () => some(weekdays),
    timesOfDay: () => some(['MORNING', 'AFTERNOON', 'EVENING']),
    place: () => ['hall', '图书', 'GARD'][below(3)],
    kinds: () => some(kinds),
    groupIds: () => some([chess, choir]),
    languages: () => some(tongues),
    accessFeatures: () => some(features),
    freeSeatsOnly: () => true,
    ids: () => some(rows).map(({ id }) => id),
  };
  return Object.fromEntries(
    Object.entries(parts)
      .filter(() => below(3) === 0)
      .map(([name, make]) => [name, make()]),
  );
}

describe('finding activities', () => {
  it('answers as a plain filter over every row does, whatever is combined', async () => {
    const below = createNumbers(11);
    let hits = 0;
    for (let turn = 0; turn < 120; turn += 1) {
      const filter = randomFilter(below);
      const expected = rows.filter((row) => fits(row, filter)).toSorted(bySoonest);
      expect({ filter, ids: await found(filter) }).toEqual({ filter, ids: expected.map(({ id }) => id) });
      hits += expected.length;
    }
    expect(hits).toBeGreaterThan(100);
  });

  it('finds the same for everybody: no plan, and nothing that was called off, whoever asks', async () => {
    const everything = { from: inHours(-1000) };
    const public_ = await found(everything);
    for (const subject of ['ada', 'omar']) expect(await found(everything, {}, subject)).toEqual(public_);
    const hidden = rows.filter(({ status }) => ['DRAFT', 'SUBMITTED', 'CANCELLED'].includes(status));
    expect(hidden.length).toBeGreaterThan(5);
    expect(await found({ ...everything, ids: hidden.map(({ id }) => id) }, {}, 'omar')).toEqual([]);
  });

  it.each(['SOONEST', 'NEWEST'])(
    'pages by %s without a gap or a repetition while activities are added',
    async (order) => {
      const filter = { from: inHours(-1000) };
      const before = await found(filter, { order });
      const seen: string[] = [];
      let after: string | null | undefined;
      do {
        const { edges, pageInfo } = await page(filter, { order, first: 7, after });
        seen.push(...edges.map(({ node }) => node.id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        const added = await fixture.activity(chess, 'PUBLISHED', {
          startsAt: inHours(-900),
          publishedAt: inHours(2000),
        });
        await test.dataSource.query('delete from activity where id = $1', [added.id]);
      } while (after !== null);
      expect(seen).toEqual(before);
    },
  );

  it('costs the same number of statements for two and for twenty', async () => {
    const cost = async (first: number): Promise<number> => {
      const query = `query ($first: Int) { foundActivities(first: $first) { edges { node {
        id title languages accessFeatures seatsLeft viewerRegistration { id } } } } }`;
      return (await test.countStatements(() => test.run('ada', query, { first }))).length;
    };
    await cost(2);
    expect(await cost(20)).toBe(await cost(2));
  });

  it('finds words of the title, place and summary, in English by their stem and in Chinese by pairs of characters', async () => {
    const walk = await fixture.activity(choir, 'PUBLISHED', {
      title: 'Hiking the northern hills',
      place: 'Mile End station',
      summary: '春节联欢晚会，欢迎大家参加。',
    });
    for (const text of ['hike', 'HILLS northern', 'mile', '联欢晚会', '春', '春节 hills'])
      expect(await found({ text })).toEqual([walk.id]);
    for (const text of ['hike desert', '晚春', 'x', '?!', "' | ' <-> &"]) expect(await found({ text })).toEqual([]);
    await test.dataSource.query('delete from activity where id = $1', [walk.id]);
  });

  it('knows a full activity and one that people wait for as one without a free seat', async () => {
    const [full, queued] = [
      await fixture.activity(chess, 'PUBLISHED', { capacity: 1 }),
      await fixture.activity(chess, 'PUBLISHED', { capacity: 5 }),
    ];
    await fixture.registration(full, await fixture.member('sits'), 'OFFERED', {
      offeredAt: inHours(-1),
      offerExpiresAt: inHours(1),
    });
    await fixture.registration(queued, await fixture.member('waits'), 'WAITLISTED');
    const ids = [full.id, queued.id];
    expect(await found({ ids })).toHaveLength(2);
    expect(await found({ ids, freeSeatsOnly: true })).toEqual([]);
    await test.dataSource.query('delete from registration where activity_id = any($1)', [ids]);
    expect(await found({ ids, freeSeatsOnly: true })).toHaveLength(2);
    await test.dataSource.query('delete from activity where id = any($1)', [ids]);
  });

  it('refuses what no screen asks for', async () => {
    const refused = async (filter: object): Promise<unknown> =>
      (
        await test.run(
          undefined,
          'query ($filter: ActivityFinder) { foundActivities(filter: $filter) { edges { cursor } } }',
          {
            filter,
          },
        )
      ).errors?.[0]?.extensions?.['code'];
    for (const filter of [
      { text: 'a'.repeat(101) },
      { languages: ['English!'] },
      { ids: Array.from({ length: 101 }, () => chess) },
      { groupIds: Array.from({ length: 21 }, () => chess) },
    ])
      expect(await refused(filter)).toBe('BAD_USER_INPUT');
  });
});

describe('the calendar', () => {
  const days = async (from: string, to: string, filter: object = {}): Promise<unknown> => {
    const { data, errors } = await test.run(
      undefined,
      'query ($from: Date!, $to: Date!, $filter: ActivityFinder) { activityCalendar(from: $from, to: $to, filter: $filter) { day count } }',
      { from, to, filter },
    );
    return errors === undefined ? data?.['activityCalendar'] : errors[0]?.extensions?.['code'];
  };

  it('counts on each day of the campus what takes place on it', async () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
    const expected = new Map<string, number>();
    for (const row of rows.filter((one) => fits(one, { from: inHours(-5000) })))
      for (const one of new Set([day.format(row.startsAt), day.format(new Date(row.endsAt.getTime() - 1))]))
        if (one >= '2026-10-05' && one <= '2026-11-04') expected.set(one, (expected.get(one) ?? 0) + 1);
    const sorted = [...expected].toSorted(([one], [other]) => (one < other ? -1 : 1));
    expect(await days('2026-10-05', '2026-11-04')).toEqual(sorted.map(([one, count]) => ({ day: one, count })));
  });

  it('shows what lasts several days on each of them, and one that ends at midnight not on the next', async () => {
    const camp = await fixture.activity(choir, 'PUBLISHED', {
      startsAt: new Date('2026-12-01T20:00:00Z'),
      endsAt: new Date('2026-12-04T00:00:00Z'),
    });
    expect(await days('2026-11-30', '2026-12-31', { ids: [camp.id] })).toEqual([
      { day: '2026-12-01', count: 1 },
      { day: '2026-12-02', count: 1 },
      { day: '2026-12-03', count: 1 },
    ]);
    expect(await days('2026-12-02', '2026-12-02', { ids: [camp.id] })).toEqual([{ day: '2026-12-02', count: 1 }]);
    await test.dataSource.query('delete from activity where id = $1', [camp.id]);
  });

  it('shows two months at most', async () => {
    expect(await days('2026-10-01', '2026-12-02')).toBe('BAD_USER_INPUT');
    expect(await days('2026-10-02', '2026-10-01')).toBe('BAD_USER_INPUT');
    expect(await days('2026-10-01', '2026-12-01')).toEqual(expect.any(Array));
  });
});

describe('whom an activity suits', () => {
  const describeAudience = async (subject: string | undefined, activityId: string, change: object = {}) => {
    const { data } = await test.run(
      subject,
      `mutation ($input: DescribeAudienceInput!) { describeAudience(input: $input) { __typename
         ... on DescribeAudienceSuccess { activity { languages accessFeatures } } ... on ValidationError { fields { path rule } } } }`,
      { input: { activityId, languages: ['en', 'zh-CN', 'en'], accessFeatures: ['HEARING_LOOP'], ...change } },
    );
    return data?.['describeAudience'];
  };

  it('is said by those who may change the plan, and joined with what the venue offers', async () => {
    const activity = await fixture.activity(chess, 'PUBLISHED');
    const venueId = '018f0000-0000-7000-8000-0000000000f1';
    await test.dataSource.query(
      `insert into venue (id, name, place, capacity, access_features, opening_hours, booked_by, version)
       values ($1, 'Loft', 'Union', 20, '{STEP_FREE}', '[]', 'GROUP_OFFICERS', 1)`,
      [venueId],
    );
    await test.dataSource.query('update activity set venue_id = $2 where id = $1', [activity.id, venueId]);
    expect(await describeAudience('omar', activity.id)).toEqual({
      __typename: 'DescribeAudienceSuccess',
      activity: { languages: ['en', 'zh-CN'], accessFeatures: ['HEARING_LOOP', 'STEP_FREE'] },
    });
    expect(await found({ ids: [activity.id], accessFeatures: ['STEP_FREE', 'HEARING_LOOP'] })).toEqual([activity.id]);
    expect(await found({ venueIds: [venueId] })).toEqual([activity.id]);
    await test.dataSource.query('delete from activity where id = $1', [activity.id]);
  });

  it('is refused to others, for what is over, and for what is no language', async () => {
    const activity = await fixture.activity(chess, 'PUBLISHED');
    const over = await fixture.activity(chess, 'COMPLETED');
    const draft = await fixture.activity(choir, 'DRAFT');
    expect(await describeAudience('ada', activity.id)).toEqual({ __typename: 'NotAllowedError' });
    expect(await describeAudience('omar', over.id)).toEqual({ __typename: 'IllegalTransitionError' });
    expect(await describeAudience('omar', draft.id)).toEqual({ __typename: 'NotFoundError' });
    expect(await describeAudience('omar', activity.id, { languages: ['en', 'Klingon!'] })).toEqual({
      __typename: 'ValidationError',
      fields: [{ path: 'languages.1', rule: 'BAD_FORMAT' }],
    });
  });
});
