import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import type { Activity } from '../src/activity/activity.js';
import { eventsMax } from '../src/calendar-feed/calendar-event.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
const pagesAt = 'https://union.example';
let test: TestService;
let fixture: Fixture;
let ada: MemberId;
let group: GroupId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  const omar = await fixture.member('omar');
  await fixture.member('rosa');
  group = await fixture.group(ada, omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
});
afterAll(() => test.stop());

type File = { readonly body: string; readonly etag: string };
type Source = { readonly token?: string; readonly groupId?: string; readonly activityId?: string };

async function run(subject: string | undefined, query: string, variables: object): Promise<Record<string, unknown>> {
  const { data, errors } = await test.run(subject, query, JSON.parse(JSON.stringify(variables)));
  expect(errors).toBeUndefined();
  return data ?? {};
}
async function file(source: Source): Promise<File | null> {
  const query = `query ($token: String, $groupId: ID, $activityId: ID, $pagesAt: String!) {
    calendarFile(token: $token, groupId: $groupId, activityId: $activityId, pagesAt: $pagesAt) { body etag } }`;
  return (await run(undefined, query, { ...source, pagesAt }))['calendarFile'] as File | null;
}
const create = async (subject: string | undefined, name: string): Promise<Record<string, unknown>> =>
  (
    await run(
      subject,
      `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { __typename
         ... on CreateCalendarFeedSuccess { token feed { id name } } ... on ValidationError { fields { path rule } } ... on LimitReachedError { limit } } }`,
      { input: { name } },
    )
  )['createCalendarFeed'] as Record<string, unknown>;
const revoke = async (subject: string, feedId: string): Promise<unknown> =>
  (
    await run(
      subject,
      `mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) { __typename ... on RevokeCalendarFeedSuccess { feeds { name } } } }`,
      { input: { feedId } },
    )
  )['revokeCalendarFeed'];

/** What a calendar program knows of one event. */
type Known = {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly stamp: string;
};

/** The events as `ical.js`, the library of Thunderbird, reads them. */
function readWithIcalJs(body: string): readonly Known[] {
  const calendar = new ICAL.Component(ICAL.parse(body));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const text = (name: string): string => String(component.getFirstPropertyValue(name));
    expect(component.getFirstPropertyValue('last-modified')).not.toBeNull();
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      location: event.location,
      status: text('status'),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      stamp: text('dtstamp'),
    };
  });
}

/** The same as `node-ical` reads them. */
function readWithNodeIcal(body: string): readonly Omit<Known, 'stamp'>[] {
  const plain = (value: unknown): string =>
    typeof value === 'string' ? value : (value as { readonly val: string }).val;
  return Object.values(nodeIcal.parseICS(body)).flatMap((part) =>
    part?.type === 'VEVENT'
      ? [
          {
            uid: part.uid,
            sequence: Number(part.sequence),
            summary: plain(part.summary),
            description: plain(part.description),
            location: plain(part.location),
            status: String(part.status),
            start: new Date(part.start).toISOString(),
            end: new Date(part.end ?? part.start).toISOString(),
          },
        ]
      : [],
  );
}

/** What both libraries read alike, after the rules of the file itself hold. */
function read(body: string): readonly Known[] {
  expect(body.endsWith('END:VCALENDAR\r\n') || body.endsWith('END:VCALENDAR')).toBe(true);
  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
  const known = readWithIcalJs(body);
  expect(readWithNodeIcal(body)).toEqual(known.map(({ stamp: _stamp, ...others }) => others));
  return known;
}
const eventOf = async (source: Source, { id }: Activity): Promise<Known | undefined> =>
  read((await file(source))?.body ?? '').find(({ uid }) => uid === id);

describe('a calendar file', () => {
  it('says the same to two calendar libraries, in Chinese, with everything that must be escaped, in lines of 75 octets', async () => {
    const summary = `逗号, 分号; 反斜线\\ "引号"\n第二行：${'春节联欢晚会欢迎大家参加'.repeat(20)} ${'long '.repeat(40)}👩‍🎓`;
    const activity = await fixture.activity(group, 'PUBLISHED', {
      title: '春节联欢晚会：欢迎所有同学、朋友和家人前来参加，一起包饺子看演出 & more; tea, cake',
      summary,
      place: 'Union Hall, 2\\F; 二楼',
    });
    const event = await eventOf({ activityId: activity.id }, activity);
    expect(event).toMatchObject({
      uid: activity.id,
      summary: activity.title,
      description: `${summary}\n\n${pagesAt}/activities/${activity.id}`,
      location: activity.place,
      status: 'CONFIRMED',
      start: activity.startsAt.toISOString(),
      end: activity.endsAt.toISOString(),
    });
    const { body } = (await file({ activityId: activity.id })) ?? { body: '' };
    expect(body).toMatch(/\r\nDTSTART:\d{8}T\d{6}Z\r\n/u);
  });

  it('cannot be given further lines by what somebody wrote', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', {
      title: 'Tea\r\nEND:VEVENT\u0007',
      place: 'Hall\nATTENDEE:mailto:x@example.org',
    });
    const { body } = (await file({ activityId: activity.id })) ?? { body: '' };
    expect(read(body)).toHaveLength(1);
    expect(body).not.toMatch(/\r\nATTENDEE/u);
  });

  it('keeps the id and raises the sequence when the activity moves, and stays equal while nothing changes', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED');
    const source = { groupId: group };
    const before = await eventOf(source, activity);
    const [one, other] = [await file(source), await file(source)];
    expect(one).toEqual(other);
    const startsAt = inHours(200);
    const moved = await run(
      'omar',
      'mutation ($input: PostponeActivityInput!) { postponeActivity(input: $input) { __typename } }',
      {
        input: { activityId: activity.id, startsAt, endsAt: inHours(203), registrationClosesAt: inHours(199) },
      },
    );
    expect(moved['postponeActivity']).toEqual({ __typename: 'PostponeActivitySuccess' });
    const after = await eventOf(source, activity);
    expect(after).toMatchObject({ uid: before?.uid, start: startsAt.toISOString(), status: 'CONFIRMED' });
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    expect((await file(source))?.etag).not.toBe(one?.etag);
  });

  it('keeps what was called off, marked as cancelled, with the reason and a higher sequence', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED');
    const before = await eventOf({ groupId: group }, activity);
    const cancelled = await run(
      'omar',
      'mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) { __typename } }',
      { input: { activityId: activity.id, reason: 'The roof leaks.' } },
    );
    expect(cancelled['cancelActivity']).toEqual({ __typename: 'CancelActivitySuccess' });
    for (const source of [{ groupId: group }, {}, { activityId: activity.id }]) {
      const after = await eventOf(source, activity);
      expect(after).toMatchObject({ uid: activity.id, status: 'CANCELLED' });
      expect(after?.description).toContain('The roof leaks.');
      expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity);
    }
  });

  it('shows nobody what is not public, and knows hidden and missing as the same', async () => {
    const draft = await fixture.activity(group, 'DRAFT');
    const declined = await fixture.activity(group, 'CANCELLED');
    expect(await file({ activityId: draft.id })).toBeNull();
    expect(await file({ activityId: declined.id })).toBeNull();
    expect(await file({ activityId: '018f0000-0000-7000-8000-000000000000' })).toBeNull();
    expect(await eventOf({}, draft)).toBeUndefined();
    expect(await eventOf({ groupId: group }, declined)).toBeUndefined();
    expect(read((await file({ groupId: '018f0000-0000-7000-8000-000000000000' }))?.body ?? '')).toEqual([]);
  });

  it('holds so many events at most, with one statement for all', async () => {
    const crowded = await fixture.group();
    const first = await fixture.activity(crowded, 'PUBLISHED', { startsAt: inHours(100) });
    const cost = async (): Promise<number> => (await test.countStatements(() => file({ groupId: crowded }))).length;
    const before = await cost();
    await test.dataSource.query(
      `insert into activity (id, group_id, organiser_id, title, summary, kind, status, place, starts_at, ends_at,
         registration_opens_at, registration_closes_at, facts, risk_tier, rules_version, published_at, version)
       select gen_random_uuid(), group_id, organiser_id, title, summary, kind, status, place, starts_at + make_interval(mins => n), ends_at + make_interval(mins => n),
         registration_opens_at, registration_closes_at, facts, risk_tier, rules_version, published_at, version
       from activity, generate_series(1, $2::int) n where id = $1`,
      [first.id, eventsMax],
    );
    expect(readWithIcalJs((await file({ groupId: crowded }))?.body ?? '')).toHaveLength(eventsMax);
    expect(await cost()).toBe(before);
    await test.dataSource.query('delete from activity where group_id = $1', [crowded]);
  });

  it('leads nowhere but to web pages', async () => {
    const { errors } = await test.run(undefined, 'query { calendarFile(pagesAt: "javascript:alert(1)") { etag } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('the calendar of a member', () => {
  it('shows where they have a place, waits and offers as tentative, what was called off as cancelled, and nothing else', async () => {
    const token = String((await create('ada', 'Phone'))['token']);
    const make = async (status: Parameters<Fixture['registration']>[2], changes = {}): Promise<Activity> => {
      const activity = await fixture.activity(group, 'PUBLISHED');
      await fixture.registration(activity, ada, status, changes);
      return activity;
    };
    const [held, waiting, left, removed] = [
      await make('CONFIRMED'),
      await make('WAITLISTED'),
      await make('CANCELLED'),
      await make('REMOVED'),
    ];
    const offered = await make('OFFERED', { offeredAt: inHours(-1), offerExpiresAt: inHours(2) });
    const called = await make('CONFIRMED');
    const cancel = 'mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) { __typename } }';
    await run('omar', cancel, { input: { activityId: called.id, reason: 'The roof leaks.' } });
    const stands = async (activity: Activity): Promise<string | undefined> =>
      (await eventOf({ token }, activity))?.status;
    expect(await Promise.all([held, waiting, offered, called, left, removed].map(stands))).toEqual([
      'CONFIRMED',
      'TENTATIVE',
      'TENTATIVE',
      'CANCELLED',
      undefined,
      undefined,
    ]);
    expect(
      read((await file({ token }))?.body ?? '')
        .map(({ uid }) => uid)
        .toSorted(),
    ).toEqual([held.id, waiting.id, offered.id, called.id].toSorted());
  });

  it('raises the sequence when a place is given back and taken again', async () => {
    const token = String((await create('ada', 'Watch'))['token']);
    const activity = await fixture.activity(group, 'PUBLISHED');
    await fixture.registration(activity, ada, 'CANCELLED', { version: 2 });
    await fixture.registration(activity, ada, 'CONFIRMED');
    const before = (await eventOf({ token }, activity))?.sequence ?? 0;
    await test.dataSource.query(
      `update registration set status = 'CANCELLED', version = version + 1 where activity_id = $1 and status = 'CONFIRMED'`,
      [activity.id],
    );
    expect(await eventOf({ token }, activity)).toBeUndefined();
    await fixture.registration(activity, ada, 'WAITLISTED');
    expect((await eventOf({ token }, activity))?.sequence).toBeGreaterThan(before);
  });

  it('is opened by a secret of 192 bits of which only the digest is kept, until it is revoked', async () => {
    const made = await create('rosa', '  Laptop ');
    const token = String(made['token']);
    const { id } = made['feed'] as { id: string };
    expect(made).toMatchObject({ __typename: 'CreateCalendarFeedSuccess', feed: { name: 'Laptop' } });
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
    const [row] = await test.dataSource.query('select calendar_feed::text as text from calendar_feed where id = $1', [
      id,
    ]);
    expect(String(row.text)).not.toContain(token);
    expect(String(row.text)).not.toContain(Buffer.from(token).toString('hex'));
    expect(await file({ token })).not.toBeNull();
    expect(await file({ token: `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}` })).toBeNull();
    expect(await file({ token: '' })).toBeNull();
    expect(await revoke('ada', id)).toEqual({ __typename: 'NotFoundError' });
    expect(await revoke('rosa', id)).toEqual({ __typename: 'RevokeCalendarFeedSuccess', feeds: [] });
    expect(await revoke('rosa', id)).toEqual({ __typename: 'NotFoundError' });
    expect(await file({ token })).toBeNull();
  });

  it('opens nothing any more when its member is no longer active', async () => {
    await fixture.member('gone');
    const token = String((await create('gone', 'Phone'))['token']);
    expect(await file({ token })).not.toBeNull();
    await test.dataSource.query(`update actor_member set is_active = false where subject = 'gone'`);
    expect(await file({ token })).toBeNull();
  });

  it('has five addresses at most, also when ten are asked for at once, and none for people who are no members', async () => {
    await fixture.member('many');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => create('many', `Device ${index}`)));
    const types = answers.map((answer) => answer['__typename']);
    expect(types.filter((type) => type === 'CreateCalendarFeedSuccess')).toHaveLength(5);
    expect(types.filter((type) => type === 'LimitReachedError')).toHaveLength(5);
    expect(await create(undefined, 'Phone')).toEqual({ __typename: 'NotAllowedError' });
    expect(await create('ada', ' ')).toMatchObject({ fields: [{ path: 'name', rule: 'REQUIRED' }] });
    const list = 'query { viewer { calendarFeeds { viewerActions } calendarFeedActions } }';
    const own = {
      calendarFeeds: Array.from({ length: 5 }, () => ({ viewerActions: ['REVOKE'] })),
      calendarFeedActions: [],
    };
    expect((await run('many', list, {}))['viewer']).toEqual(own);
    expect((await run(undefined, list, {}))['viewer']).toEqual({ calendarFeeds: [], calendarFeedActions: [] });
    await fixture.member('fresh');
    expect((await run('fresh', list, {}))['viewer']).toEqual({ calendarFeeds: [], calendarFeedActions: ['CREATE'] });
  });
});
