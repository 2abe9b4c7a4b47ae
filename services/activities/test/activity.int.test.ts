import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let ada: MemberId;
let omar: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  const uma = await fixture.member('uma');
  await fixture.member('rosa');
  group = await fixture.group(ada, omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
  await fixture.appointment('sys', 'ADMIN');
});
let other: TestService | undefined;
afterAll(async () => {
  await test.stop();
  await other?.stop();
});

/** The mutations whose input can break a rule. */
const takesText: ReadonlySet<string> = new Set([
  'draftActivity',
  'editActivity',
  'requestChanges',
  'declineActivity',
  'postponeActivity',
  'cancelActivity',
  'reportActivity',
]);

type Fields = Readonly<Record<string, unknown>>;
type Answer = { readonly __typename: string; readonly activity?: { readonly id: string; readonly status: string } };

/** Sends a mutation about an activity and returns its outcome. */
async function act(subject: string | undefined, name: string, input: Fields): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Success { activity { id status } } ... on UserError { message } ${takesText.has(name) ? '... on ValidationError { fields { path rule } }' : ''} } }`;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}

const plan = (changes: Fields = {}): Fields => ({
  groupId: group,
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  place: 'Union Hall',
  startsAt: inHours(48),
  endsAt: inHours(51),
  registrationOpensAt: inHours(-1),
  registrationClosesAt: inHours(47),
  capacity: 20,
  facts: { expectedAttendees: 20 },
  ...changes,
});
const drafted = async (subject: string, changes: Fields = {}): Promise<string> =>
  (await act(subject, 'draftActivity', plan(changes))).activity?.id ?? '';
const read = async (subject: string | undefined, id: string, fields: string): Promise<Fields | null> =>
  (await test.run(subject, `query ($id: ID!) { activity(id: $id) { ${fields} } }`, { id })).data?.[
    'activity'
  ] as Fields | null;

describe('the life of an activity', () => {
  it('goes from a member’s draft over approval by another to its report', async () => {
    const id = await drafted('ada', { facts: { expectedAttendees: 20, alcohol: true } });
    expect(await read('ada', id, 'status riskTier viewerActions facts { alcohol minors }')).toEqual({
      status: 'DRAFT',
      riskTier: 2,
      viewerActions: ['EDIT', 'CANCEL'],
      facts: { alcohol: true, minors: false },
    });
    const late = { activityId: id, lateReason: 'The band was free only now.' };
    expect(await act('ada', 'submitActivity', late)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('omar', 'submitActivity', late)).toMatchObject({
      activity: { status: 'SUBMITTED' },
    });
    expect(await read('uma', id, 'viewerActions')).toEqual({
      viewerActions: ['REQUEST_CHANGES', 'APPROVE', 'DECLINE', 'CANCEL'],
    });
    expect(await act('omar', 'approveActivity', { activityId: id })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('uma', 'requestChanges', { activityId: id, reason: 'Who pours?' })).toMatchObject({
      activity: { status: 'CHANGES_REQUESTED' },
    });
    expect(await read('ada', id, 'statusReason')).toEqual({ statusReason: 'Who pours?' });
    expect(
      await act('ada', 'editActivity', { activityId: id, changes: { summary: 'The bar staff of the union pour.' } }),
    ).toMatchObject({ activity: { status: 'CHANGES_REQUESTED' } });
    expect(await act('omar', 'submitActivity', late)).toMatchObject({ activity: { status: 'SUBMITTED' } });
    for (const kind of ['RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'ALCOHOL_LICENCE']) {
      await act('ada', 'provideEvidence', { activityId: id, kind, statement: 'All there is to say.' });
      await act('uma', 'judgeEvidence', { activityId: id, kind, isAccepted: true });
    }
    expect(await act('uma', 'approveActivity', { activityId: id })).toMatchObject({ activity: { status: 'APPROVED' } });
    expect(await read('rosa', id, 'status')).toBeNull();
    expect(await act('omar', 'publishActivity', { activityId: id })).toMatchObject({
      activity: { status: 'PUBLISHED' },
    });
    expect(await read(undefined, id, 'status phase facts { alcohol } noticeUntil viewerActions')).toEqual({
      status: 'PUBLISHED',
      phase: 'OPEN',
      facts: null,
      noticeUntil: null,
      viewerActions: [],
    });
    expect(await act('omar', 'closeAttendance', { activityId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    clock.set(inHours(51).toISOString());
    expect(await read(undefined, id, 'phase')).toEqual({ phase: 'ENDED' });
    expect(await act('uma', 'closeAttendance', { activityId: id })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('omar', 'closeAttendance', { activityId: id })).toMatchObject({
      activity: { status: 'COMPLETED' },
    });
    expect(await act('omar', 'reportActivity', { activityId: id, report: 'Short.' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(
      await act('omar', 'reportActivity', { activityId: id, report: 'Twenty came, all went well.' }),
    ).toMatchObject({ activity: { status: 'REPORTED' } });
    expect(
      await act('omar', 'reportActivity', { activityId: id, report: 'Twenty came, all went well.' }),
    ).toMatchObject({ __typename: 'IllegalTransitionError' });
    clock.set(testStart);
  });

  it('is short for a small social on the campus: submitting publishes', async () => {
    const id = await drafted('omar');
    expect(await act('omar', 'submitActivity', { activityId: id })).toMatchObject({
      activity: { status: 'PUBLISHED' },
    });
    expect(await read(undefined, id, 'status seatsLeft')).toEqual({ status: 'PUBLISHED', seatsLeft: 20 });
  });

  it('ends with a decline or a cancellation, each with its reason', async () => {
    const declined = (await fixture.activity(group, 'SUBMITTED')).id;
    expect(await act('uma', 'declineActivity', { activityId: declined, reason: ' ' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'reason', rule: 'REQUIRED' }],
    });
    expect(await act('uma', 'declineActivity', { activityId: declined, reason: 'Too loud.' })).toMatchObject({
      activity: { status: 'DECLINED' },
    });
    const cancelled = (await fixture.activity(group, 'PUBLISHED')).id;
    expect(await act('omar', 'cancelActivity', { activityId: cancelled, reason: '' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await act('omar', 'cancelActivity', { activityId: cancelled, reason: 'Storm.' })).toMatchObject({
      activity: { status: 'CANCELLED' },
    });
    expect(await read(undefined, cancelled, 'status statusReason')).toEqual({
      status: 'CANCELLED',
      statusReason: 'Storm.',
    });
    expect(await read(undefined, declined, 'status')).toBeNull();
  });

  it('moves to other dates and keeps everybody’s place, except that nobody has come in yet', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', {
      startsAt: inHours(1),
      endsAt: inHours(3),
      registrationClosesAt: inHours(1),
    });
    await fixture.registration(activity, ada, 'CHECKED_IN');
    await fixture.registration(activity, omar, 'CONFIRMED');
    const dates = { startsAt: inHours(100), endsAt: inHours(102), registrationClosesAt: inHours(99) };
    expect(
      await act('omar', 'postponeActivity', { activityId: activity.id, ...dates, startsAt: inHours(103) }),
    ).toMatchObject({ __typename: 'ValidationError' });
    expect(await act('omar', 'postponeActivity', { activityId: activity.id, ...dates })).toMatchObject({
      activity: { status: 'PUBLISHED' },
    });
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 2 });
    expect(await read('ada', activity.id, 'startsAt viewerRegistration { freeCancelUntil checkedInAt }')).toEqual({
      startsAt: inHours(100).toISOString(),
      viewerRegistration: { freeCancelUntil: inHours(76).toISOString(), checkedInAt: null },
    });
  });

  it('meets two writers with one winner', async () => {
    const { id } = await fixture.activity(group, 'SUBMITTED');
    const answers = await Promise.all([
      act('uma', 'approveActivity', { activityId: id }),
      act('uma', 'declineActivity', { activityId: id, reason: 'No.' }),
    ]);
    expect(answers.map(({ __typename }) => __typename.replace(/^(Approve|Decline)Activity/, '')).sort()).toEqual([
      'IllegalTransitionError',
      'Success',
    ]);
  });
});

describe('what is refused', () => {
  it('names every broken field of a draft', async () => {
    expect(await act('omar', 'draftActivity', plan({ title: '', capacity: 0 }))).toMatchObject({
      __typename: 'ValidationError',
      fields: [
        { path: 'title', rule: 'REQUIRED' },
        { path: 'capacity', rule: 'OUT_OF_RANGE' },
      ],
    });
  });

  it('is drafting for a group that is not one’s own', async () => {
    for (const subject of ['rosa', 'sys', undefined])
      expect(await act(subject, 'draftActivity', plan())).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('answers a hidden activity exactly as one that does not exist, in every mutation', async () => {
    const { id } = await fixture.activity(group, 'DRAFT');
    const dates = { startsAt: inHours(100), endsAt: inHours(102), registrationClosesAt: inHours(99) };
    const inputs: Readonly<Record<string, Fields>> = {
      editActivity: { changes: {} },
      submitActivity: {},
      requestChanges: { reason: 'x' },
      approveActivity: {},
      declineActivity: { reason: 'x' },
      publishActivity: {},
      postponeActivity: dates,
      cancelActivity: { reason: 'x' },
      closeAttendance: {},
      reportActivity: { report: 'Twenty came, all went well.' },
    };
    for (const [name, input] of Object.entries(inputs)) {
      const hidden = await act('rosa', name, { activityId: id, ...input });
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(await act('rosa', name, { activityId: missing, ...input })).toEqual(hidden);
      expect(await act('rosa', name, { activityId: 'nonsense', ...input })).toEqual(hidden);
    }
  });

  it('says that a stranger may not do to a public activity what its people may, and what its state forbids', async () => {
    const { id } = await fixture.activity(group, 'PUBLISHED');
    const dates = { startsAt: inHours(100), endsAt: inHours(102), registrationClosesAt: inHours(99) };
    const inputs: Readonly<Record<string, Fields>> = {
      editActivity: { changes: {} },
      submitActivity: {},
      requestChanges: { reason: 'x' },
      approveActivity: {},
      declineActivity: { reason: 'x' },
      publishActivity: {},
      postponeActivity: dates,
      cancelActivity: { reason: 'x' },
      closeAttendance: {},
      reportActivity: { report: 'Twenty came, all went well.' },
    };
    for (const [name, input] of Object.entries(inputs))
      expect([name, await act('rosa', name, { activityId: id, ...input })]).toMatchObject([
        name,
        { __typename: 'NotAllowedError' },
      ]);
    for (const name of ['submitActivity', 'publishActivity'])
      expect(await act('omar', name, { activityId: id })).toMatchObject({ __typename: 'IllegalTransitionError' });
    for (const name of ['requestChanges', 'declineActivity'])
      expect(await act('uma', name, { activityId: id, reason: 'x' })).toMatchObject({
        __typename: 'IllegalTransitionError',
      });
    expect(await act('uma', 'approveActivity', { activityId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const over = (await fixture.activity(group, 'REPORTED')).id;
    expect(await act('omar', 'cancelActivity', { activityId: over, reason: 'x' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('omar', 'editActivity', { activityId: over, changes: { title: 'Other' } })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('omar', 'postponeActivity', { activityId: over, ...dates })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('omar', 'editActivity', { activityId: id, changes: { startsAt: inHours(60) } })).toMatchObject({
      __typename: 'ValidationError',
    });
  });
});

describe('capacity', () => {
  it('evicts nobody when it is lowered and moves the queue up when it is raised', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 4 });
    const crowd = await fixture.crowd('capacity', 8);
    for (const [index, memberId] of crowd.entries())
      await fixture.registration(activity, memberId, index < 4 ? 'CONFIRMED' : 'WAITLISTED', {
        autoAccept: index !== 5,
        queuedAt: inHours(-10 + index),
      });
    await act('omar', 'editActivity', { activityId: activity.id, changes: { capacity: 2 } });
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 4, WAITLISTED: 4 });
    expect(await read(undefined, activity.id, 'isOverfull seatsLeft waitingCount')).toEqual({
      isOverfull: true,
      seatsLeft: 0,
      waitingCount: 4,
    });
    await act('omar', 'editActivity', { activityId: activity.id, changes: { capacity: 6 } });
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 5, OFFERED: 1, WAITLISTED: 2 });
    expect(await read('capacity6', activity.id, 'viewerRegistration { status waitingPlace }')).toEqual({
      viewerRegistration: { status: 'WAITLISTED', waitingPlace: 1 },
    });
    expect(await act('omar', 'editActivity', { activityId: activity.id, changes: { capacity: null } })).toMatchObject({
      __typename: 'EditActivitySuccess',
    });
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 7, OFFERED: 1 });
  });
});

describe('lists and references', () => {
  it('show drafts to their people only, in the calendar, on the group and by reference', async () => {
    const club = await fixture.group();
    await fixture.mandate(omar, 'TREASURER', club);
    const hidden = await fixture.activity(club, 'DRAFT');
    const open = await fixture.activity(club, 'PUBLISHED', { startsAt: inHours(80) });
    const query = `query ($groupId: ID!, $representations: [_Any!]!) {
      activities(groupId: $groupId) { edges { node { id } } }
      _entities(representations: $representations) { ... on Activity { id title } ... on Group { activities { edges { node { id } } } } ... on Member { id registrations { edges { node { id } } } } } }`;
    const representations = [
      { __typename: 'Activity', id: hidden.id },
      { __typename: 'Activity', id: missing },
      { __typename: 'Activity', id: open.id },
      { __typename: 'Group', id: club },
      { __typename: 'Member', id: ada },
    ];
    const seen = async (subject: string | undefined) =>
      (await test.run(subject, query, { groupId: club, representations })).data;
    const openOnly = { edges: [{ node: { id: open.id } }] };
    for (const subject of ['rosa', 'sys', undefined]) {
      expect(await seen(subject)).toEqual({
        activities: openOnly,
        _entities: [
          null,
          null,
          { id: open.id, title: open.title },
          { activities: openOnly },
          { id: ada, registrations: { edges: [] } },
        ],
      });
    }
    const both = { edges: [{ node: { id: hidden.id } }, { node: { id: open.id } }] };
    for (const subject of ['omar', 'uma'])
      expect(await seen(subject)).toMatchObject({
        activities: both,
        _entities: [{ id: hidden.id }, null, { id: open.id }, { activities: both }, {}],
      });
  });

  it('tell on the group who may draft, and on the activity who keeps the door, when', async () => {
    const club = await fixture.group();
    await fixture.mandate(omar, 'TREASURER', club);
    const early = await fixture.activity(club, 'PUBLISHED', { startsAt: inHours(80), endsAt: inHours(82) });
    const now = await fixture.activity(club, 'PUBLISHED', { startsAt: inHours(0), endsAt: inHours(2) });
    const door = ['READ_DOOR_LIST', 'CHECK_IN', 'CLOSE_ATTENDANCE'];
    const query = `query ($early: ID!, $now: ID!, $groups: [_Any!]!) {
      early: activity(id: $early) { viewerActions } now: activity(id: $now) { viewerActions }
      _entities(representations: $groups) { ... on Group { activityActions } } }`;
    const variables = { early: early.id, now: now.id, groups: [{ __typename: 'Group', id: club }] };
    const seen = async (subject: string | undefined) => {
      const { data } = await test.run(subject, query, variables);
      const {
        early: first,
        now: second,
        _entities: groups,
      } = data as {
        readonly early: { readonly viewerActions: readonly string[] };
        readonly now: { readonly viewerActions: readonly string[] };
        readonly _entities: readonly { readonly activityActions: readonly string[] }[];
      };
      const atDoor = ({ viewerActions }: typeof first): readonly string[] =>
        viewerActions.filter((action) => door.includes(action));
      return [groups[0]?.activityActions, atDoor(first), atDoor(second)];
    };
    expect(await seen('omar')).toEqual([['DRAFT'], ['READ_DOOR_LIST'], ['READ_DOOR_LIST', 'CHECK_IN']]);
    expect(await seen('uma')).toEqual([['DRAFT'], [], []]);
    for (const subject of ['rosa', 'sys', undefined]) expect(await seen(subject)).toEqual([[], [], []]);
  });

  it('narrow by kind, state, time and words, and refuse a cursor that is none', async () => {
    const club = await fixture.group();
    await fixture.activity(club, 'PUBLISHED', { title: 'Choir concert', kind: 'CULTURAL_PERFORMANCE' });
    await fixture.activity(club, 'PUBLISHED', {
      title: 'Five-a-side',
      kind: 'SPORT',
      startsAt: inHours(200),
      endsAt: inHours(202),
    });
    await fixture.activity(club, 'COMPLETED', {
      title: 'Last year’s choir',
      startsAt: inHours(-200),
      endsAt: inHours(-198),
      registrationOpensAt: inHours(-300),
      registrationClosesAt: inHours(-201),
    });
    const titles = async (args: string) => {
      const { data } = await test.run(
        'rosa',
        `query ($groupId: ID!) { activities(groupId: $groupId, ${args}) { edges { node { title } } } }`,
        { groupId: club },
      );
      return (data as { activities: { edges: { node: { title: string } }[] } }).activities.edges.map(
        ({ node }) => node.title,
      );
    };
    expect(await titles('first: 5')).toEqual(['Choir concert', 'Five-a-side']);
    expect(await titles('kind: SPORT')).toEqual(['Five-a-side']);
    expect(await titles('search: "CHOIR"')).toEqual(['Choir concert']);
    expect(await titles(`from: "${inHours(-400).toISOString()}", search: "choir"`)).toEqual([
      'Last year’s choir',
      'Choir concert',
    ]);
    expect(await titles(`to: "${inHours(100).toISOString()}"`)).toEqual(['Choir concert']);
    expect(await titles(`status: COMPLETED, from: "${inHours(-400).toISOString()}"`)).toEqual(['Last year’s choir']);
    const broken = await test.run('rosa', '{ activities(after: "bm9uZQ") { edges { cursor } } }');
    expect(broken.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('page without a gap or a repeat while activities are added', async () => {
    const club = await fixture.group();
    for (const hours of [90, 60, 120, 60, 150])
      await fixture.activity(club, 'PUBLISHED', {
        startsAt: inHours(hours),
        endsAt: inHours(hours + 1),
        title: `At ${hours}`,
      });
    const pages = async (representation: boolean): Promise<readonly string[]> => {
      const seen: string[] = [];
      const list =
        'activities(GROUP first: 2, after: $after) { edges { node { id startsAt } } pageInfo { hasNextPage endCursor } }';
      const query = representation
        ? `query ($id: ID!, $after: String) { _entities(representations: [{ __typename: "Group", id: $id }]) { ... on Group { ${list.replace('GROUP ', '')} } } }`
        : `query ($id: ID!, $after: String) { ${list.replace('GROUP', 'groupId: $id,')} }`;
      for (let after: string | null = null; ;) {
        const { data } = await test.run('rosa', query, { id: club, after });
        const holder = representation ? (data as { _entities: Fields[] })._entities[0] : data;
        const page = holder?.['activities'] as {
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
        seen.push(...page.edges.map(({ node }) => node.id));
        await fixture.activity(club, 'PUBLISHED', {
          startsAt: inHours(10),
          endsAt: inHours(11),
          registrationClosesAt: inHours(9),
        });
        if (!page.pageInfo.hasNextPage) return seen;
        after = page.pageInfo.endCursor;
      }
    };
    const first = await pages(false);
    expect(new Set(first).size).toBe(5);
    expect(first).toHaveLength(5);
    expect((await pages(true)).slice(-5)).toEqual(first);
  });

  it('cost the same number of statements for two activities and for twenty, seats, places and rosters included', async () => {
    const club = await fixture.group();
    await fixture.mandate(omar, 'SECRETARY', club);
    for (let index = 0; index < 20; index += 1) {
      const activity = await fixture.activity(club, 'PUBLISHED', { capacity: 1 });
      await fixture.registration(activity, ada, 'CONFIRMED');
      await fixture.registration(activity, omar, 'WAITLISTED');
    }
    const fields =
      'title seatsLeft seatsTaken waitingCount isOverfull viewerActions group { id } viewerRegistration { status waitingPlace freeCancelUntil viewerActions } registrations(first: 5) { edges { node { status waitingPlace viewerActions activity { title } } } }';
    const statements = async (first: number): Promise<number> =>
      (
        await test.countStatements(() =>
          test.run(
            'omar',
            `query ($id: ID!) { activities(groupId: $id, first: ${first}) { edges { node { ${fields} } } } }`,
            { id: club },
          ),
        )
      ).length;
    // Which loads share a tick depends on which answer comes first, so one statement more or less is no growth.
    expect(Math.abs((await statements(20)) - (await statements(2)))).toBeLessThanOrEqual(1);
    const groups = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const id = await fixture.group();
        await fixture.activity(id, 'PUBLISHED');
        return id;
      }),
    );
    const byReference = async (count: number): Promise<number> => {
      const representations = groups.slice(0, count).map((id) => ({ __typename: 'Group', id }));
      return (
        await test.countStatements(() =>
          test.run(
            'omar',
            `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Group { activities(first: 3) { edges { node { title seatsLeft } } } } } }`,
            { r: representations },
          ),
        )
      ).length;
    };
    expect(await byReference(10)).toBe(await byReference(2));
  });
});

describe('insights', () => {
  it('count taking part by week and kind for those who may see figures, and hide what stands for too few', async () => {
    const figures = (other = await startTestService(activities, { clock }));
    const rows = new Fixture(figures);
    const uma = await rows.member('uma');
    await rows.mandate(uma, 'UNION_OFFICER');
    await rows.appointment('nina', 'ANALYST');
    const club = await rows.group();
    const crowd = await rows.crowd('figure', 12);
    const big = await rows.activity(club, 'COMPLETED', { kind: 'SPORT' });
    for (const [index, memberId] of crowd.entries())
      await rows.registration(big, memberId, index < 6 ? 'ATTENDED' : 'NO_SHOW');
    const small = await rows.activity(club, 'PUBLISHED', { kind: 'MEETING' });
    for (const memberId of crowd.slice(0, 4)) await rows.registration(small, memberId, 'CONFIRMED');
    const off = await rows.activity(club, 'CANCELLED', { kind: 'CAMPAIGN', publishedAt: inHours(-50) });
    for (const memberId of crowd) await rows.registration(off, memberId, 'VOID');
    const query =
      '{ insights { participation { weekOf kind registrations { value suppressed reason } attendance { value suppressed } } } }';
    const hidden = { value: null, suppressed: true };
    const asked = async (subject: string) => (await figures.run(subject, query)).data?.['insights'];
    const meeting = {
      weekOf: '2026-10-05',
      kind: 'MEETING',
      registrations: { ...hidden, reason: 'BELOW_THRESHOLD' },
      attendance: hidden,
    };
    const registrations = { value: 12, suppressed: false, reason: null };
    expect(await asked('uma')).toEqual({
      participation: [
        meeting,
        { weekOf: '2026-10-05', kind: 'SPORT', registrations, attendance: { value: 6, suppressed: false } },
      ],
    });
    expect(await asked('nina')).toEqual({
      participation: [meeting, { weekOf: '2026-10-05', kind: 'SPORT', registrations, attendance: hidden }],
    });
    expect(await asked('figure0')).toBeNull();
  });
});
