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
let rosa: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  rosa = await fixture.member('rosa');
  const uma = await fixture.member('uma');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
});
afterAll(() => test.stop());

/** The mutations whose input can break a rule. */
const takesText: ReadonlySet<string> = new Set([
  'registerForActivity',
  'removeRegistration',
  'checkIn',
  'correctAttendance',
]);

type Fields = Readonly<Record<string, unknown>>;
type Answer = {
  readonly __typename: string;
  readonly registration?: Readonly<Record<string, unknown>> & { readonly id: string; readonly status: string };
};

/** Sends a mutation about a registration and returns its outcome. */
async function act(subject: string | undefined, name: string, input: Fields): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Success { registration { id status waitingPlace viewerActions } } ... on UserError { message } ${takesText.has(name) ? '... on ValidationError { fields { path rule } }' : ''} } }`;
  // The activities of these tests are all at the same time, and who registers here knows that.
  const known = name === 'registerForActivity' ? { despiteClash: true, ...input } : input;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(known)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}

const closeAttendance = (activityId: string) =>
  test.run('omar', 'mutation ($input: CloseAttendanceInput!) { closeAttendance(input: $input) { __typename } }', {
    input: { activityId },
  });
const events = async (registrationId: string): Promise<readonly { name: string; sequence: number; data: Fields }[]> =>
  test.dataSource.query(
    `select name, sequence, data from outbox_event where aggregate_id = $1 and aggregate = 'Registration' order by sequence`,
    [registrationId],
  );

describe('registering', () => {
  it('gives a seat, then places on the waiting list, and remembers its answer to a key', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
    const first = await act('ada', 'registerForActivity', { activityId: activity.id, idempotencyKey: 'one' });
    expect(first).toMatchObject({
      registration: { status: 'CONFIRMED', waitingPlace: null, viewerActions: ['CANCEL'] },
    });
    expect(await act('ada', 'registerForActivity', { activityId: activity.id, idempotencyKey: 'one' })).toEqual(first);
    expect(await act('rosa', 'registerForActivity', { activityId: activity.id })).toMatchObject({
      registration: { status: 'WAITLISTED', waitingPlace: 1, viewerActions: ['LEAVE_WAITING_LIST'] },
    });
    expect(await act('uma', 'registerForActivity', { activityId: activity.id })).toMatchObject({
      registration: { status: 'WAITLISTED', waitingPlace: 2 },
    });
    const other = await fixture.activity(group, 'PUBLISHED');
    expect(await act('ada', 'registerForActivity', { activityId: other.id, idempotencyKey: 'one' })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(
      await act('ada', 'registerForActivity', { activityId: other.id, idempotencyKey: 'k'.repeat(101) }),
    ).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'idempotencyKey', rule: 'TOO_LONG' }] });
  });

  it('is for members, for what is visible, and for the time of registration', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { registrationClosesAt: inHours(0) });
    expect(await act('ada', 'registerForActivity', { activityId: activity.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    for (const subject of ['carl', undefined])
      expect(await act(subject, 'registerForActivity', { activityId: activity.id, idempotencyKey: 'a' })).toMatchObject(
        { __typename: 'NotAllowedError' },
      );
    const draft = await fixture.activity(group, 'DRAFT');
    const hidden = await act('ada', 'registerForActivity', { activityId: draft.id });
    expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('ada', 'registerForActivity', { activityId: missing })).toEqual(hidden);
  });

  it('cannot write a second live registration even past the use case', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED');
    await fixture.registration(activity, ada, 'CONFIRMED');
    await expect(fixture.registration(activity, ada, 'WAITLISTED')).rejects.toThrow('registration_one_live');
    await expect(fixture.registration(activity, ada, 'CANCELLED')).resolves.toBeDefined();
  });
});

describe('giving a place back', () => {
  it('confirms the first of the queue at once where they asked for that, and lets the one who left rejoin at its end', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
    const seat = await act('ada', 'registerForActivity', { activityId: activity.id });
    await act('rosa', 'registerForActivity', { activityId: activity.id, autoAccept: true });
    await act('uma', 'registerForActivity', { activityId: activity.id });
    const registrationId = seat.registration?.id;
    expect(await act('ada', 'cancelRegistration', { registrationId })).toMatchObject({
      registration: { status: 'CANCELLED' },
    });
    expect(await act('ada', 'cancelRegistration', { registrationId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await fixture.statuses(activity.id)).toEqual({ CANCELLED: 1, CONFIRMED: 1, WAITLISTED: 1 });
    expect(await act('ada', 'registerForActivity', { activityId: activity.id })).toMatchObject({
      registration: { status: 'WAITLISTED', waitingPlace: 2 },
    });
  });

  it('is late after the deadline', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', {
      startsAt: inHours(20),
      endsAt: inHours(22),
      registrationClosesAt: inHours(20),
    });
    const { id: registrationId } = await fixture.registration(activity, ada, 'CONFIRMED');
    expect(await act('ada', 'cancelRegistration', { registrationId })).toMatchObject({
      registration: { status: 'LATE_CANCELLED' },
    });
  });

  it('leaves a waiting list without ever giving back a seat', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
    const seated = await fixture.registration(activity, ada, 'CONFIRMED');
    const waiting = await fixture.registration(activity, rosa, 'WAITLISTED');
    expect(await act('ada', 'leaveWaitingList', { registrationId: seated.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('rosa', 'cancelRegistration', { registrationId: waiting.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('rosa', 'leaveWaitingList', { registrationId: waiting.id })).toMatchObject({
      registration: { status: 'WITHDRAWN' },
    });
  });

  it('promotes nobody while the activity is overfull', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const { id: registrationId } = await fixture.registration(activity, ada, 'CONFIRMED');
    await fixture.registration(activity, omar, 'CONFIRMED');
    await test.dataSource.query('update activity set capacity = 1 where id = $1', [activity.id]);
    await fixture.registration(activity, rosa, 'WAITLISTED');
    await act('ada', 'cancelRegistration', { registrationId });
    expect(await fixture.statuses(activity.id)).toEqual({ CANCELLED: 1, CONFIRMED: 1, WAITLISTED: 1 });
  });

  it('can be an officer’s doing, with a reason, and the removed person does not come back', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
    const { id: registrationId } = await fixture.registration(activity, ada, 'CONFIRMED');
    await fixture.registration(activity, rosa, 'WAITLISTED');
    expect(await act('omar', 'removeRegistration', { registrationId, reason: '' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await act('ada', 'removeRegistration', { registrationId, reason: 'x' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await act('omar', 'removeRegistration', { registrationId, reason: 'Shouted at the host.' })).toMatchObject({
      registration: { status: 'REMOVED' },
    });
    expect(await act('omar', 'removeRegistration', { registrationId, reason: 'Again.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await fixture.statuses(activity.id)).toEqual({ OFFERED: 1, REMOVED: 1 });
    expect(await act('ada', 'registerForActivity', { activityId: activity.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});

describe('attendance', () => {
  it('is told once per attendee when the door list is closed, and again when it is corrected', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', {
      kind: 'TRAINING',
      startsAt: inHours(1),
      endsAt: inHours(3),
      registrationClosesAt: inHours(1),
    });
    const came = await fixture.registration(activity, ada, 'CONFIRMED');
    const stayed = await fixture.registration(activity, rosa, 'CONFIRMED');
    expect(await act('ada', 'checkIn', { registrationId: came.id })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('omar', 'checkIn', { registrationId: came.id, idempotencyKey: 'k'.repeat(101) })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await act('omar', 'checkIn', { registrationId: came.id })).toMatchObject({
      registration: { status: 'CHECKED_IN' },
    });
    expect(
      await act('omar', 'correctAttendance', { registrationId: came.id, attended: false, reason: 'x' }),
    ).toMatchObject({ __typename: 'IllegalTransitionError' });
    clock.set(inHours(3).toISOString());
    const closed = await Promise.all([closeAttendance(activity.id), closeAttendance(activity.id)]);
    const outcomes = closed.map(({ data }) => (data as Record<string, Answer>)['closeAttendance']?.__typename ?? '');
    expect(outcomes.sort()).toEqual(['CloseAttendanceSuccess', 'IllegalTransitionError']);
    clock.set(testStart);
    expect(await fixture.statuses(activity.id)).toEqual({ ATTENDED: 1, NO_SHOW: 1 });
    const fact = { activityId: activity.id, activityKind: 'TRAINING' };
    expect(await events(came.id)).toEqual([
      {
        name: 'AttendanceConfirmed',
        sequence: 1,
        data: { ...fact, registrationId: came.id, memberId: ada, attendedAt: testStart },
      },
    ]);
    expect(await events(stayed.id)).toEqual([]);

    expect(
      await act('omar', 'correctAttendance', { registrationId: came.id, attended: false, reason: '' }),
    ).toMatchObject({ __typename: 'ValidationError' });
    expect(
      await act('rosa', 'correctAttendance', { registrationId: stayed.id, attended: true, reason: 'I was there.' }),
    ).toMatchObject({ __typename: 'NotAllowedError' });
    expect(
      await act('omar', 'correctAttendance', {
        registrationId: came.id,
        attended: false,
        reason: 'Wrong person scanned.',
      }),
    ).toMatchObject({ registration: { status: 'NO_SHOW' } });
    expect(
      await act('omar', 'correctAttendance', { registrationId: stayed.id, attended: true, reason: 'Scanner broke.' }),
    ).toMatchObject({ registration: { status: 'ATTENDED' } });
    expect((await events(came.id)).at(-1)).toEqual({
      name: 'AttendanceVoided',
      sequence: 2,
      data: { ...fact, registrationId: came.id, memberId: ada },
    });
    expect(await events(stayed.id)).toMatchObject([
      { name: 'AttendanceConfirmed', sequence: 1, data: { memberId: rosa, attendedAt: inHours(1).toISOString() } },
    ]);
  });

  it('starts when the door opens', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', {
      startsAt: inHours(5),
      endsAt: inHours(6),
      registrationClosesAt: inHours(5),
    });
    const { id: registrationId } = await fixture.registration(activity, ada, 'CONFIRMED');
    expect(await act('omar', 'checkIn', { registrationId })).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('whose registration it is', () => {
  it('is answered to strangers exactly as if it did not exist, in every mutation', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED');
    const { id } = await fixture.registration(activity, ada, 'CONFIRMED');
    const inputs: Readonly<Record<string, Fields>> = {
      cancelRegistration: {},
      leaveWaitingList: {},
      checkIn: {},
      removeRegistration: { reason: 'x' },
      correctAttendance: { attended: true, reason: 'x' },
    };
    for (const [name, input] of Object.entries(inputs)) {
      for (const subject of ['rosa', 'uma', undefined]) {
        const hidden = await act(subject, name, { registrationId: id, ...input });
        expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
        expect(await act(subject, name, { registrationId: missing, ...input })).toEqual(hidden);
      }
    }
    expect(await act('omar', 'cancelRegistration', { registrationId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await act('omar', 'leaveWaitingList', { registrationId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });

  it('decides who reads it: its owner, and the group’s officers in the order of the queue', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 2 });
    const registered = [];
    for (const subject of ['uma', 'ada', 'rosa'])
      registered.push((await act(subject, 'registerForActivity', { activityId: activity.id })).registration?.id);
    const query =
      'query ($id: ID!, $after: String) { activity(id: $id) { registrations(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } viewerRegistration { id } } }';
    type Seen = {
      registrations: {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
      viewerRegistration: { id: string } | null;
    };
    const seen = async (subject: string | undefined, after?: string | null) =>
      (await test.run(subject, query, { id: activity.id, after })).data?.['activity'] as Seen;
    const page = await seen('omar');
    expect(page.registrations.edges.map(({ node }) => node.id)).toEqual(registered.slice(0, 2));
    expect((await seen('omar', page.registrations.pageInfo.endCursor)).registrations).toMatchObject({
      edges: [{ node: { id: registered[2] } }],
      pageInfo: { hasNextPage: false },
    });
    for (const subject of ['rosa', 'uma', undefined]) expect((await seen(subject)).registrations.edges).toEqual([]);
    expect((await seen('ada')).viewerRegistration).toEqual({ id: registered[1] });
    expect((await seen('omar')).viewerRegistration).toBeNull();
  });

  it('lists a member’s own, latest first, to that member alone', async () => {
    const guest = await fixture.member('guest');
    for (const hours of [-3, -1, -2])
      await fixture.registration(await fixture.activity(group, 'PUBLISHED'), guest, 'CONFIRMED', {
        queuedAt: inHours(hours),
      });
    const query =
      'query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on Member { registrations(first: 2, after: $after) { edges { node { queuedAt activity { status } } } pageInfo { endCursor } } } } }';
    const seen = async (subject: string | undefined, after?: string) => {
      const { data } = await test.run(subject, query, { r: [{ __typename: 'Member', id: guest }], after });
      const { _entities: entities } = data as {
        _entities: { registrations: { edges: { node: { queuedAt: string } }[]; pageInfo: { endCursor: string } } }[];
      };
      return entities[0]?.registrations;
    };
    const first = await seen('guest');
    expect(first?.edges.map(({ node }) => node.queuedAt)).toEqual([
      inHours(-1).toISOString(),
      inHours(-2).toISOString(),
    ]);
    expect((await seen('guest', first?.pageInfo.endCursor))?.edges.map(({ node }) => node.queuedAt)).toEqual([
      inHours(-3).toISOString(),
    ]);
    for (const subject of ['ada', 'omar', 'uma', undefined]) expect((await seen(subject))?.edges).toEqual([]);
    expect(
      (await test.run('guest', '{ viewer { member { registrations(first: 1) { edges { node { status } } } } } }')).data,
    ).toEqual({ viewer: { member: { registrations: { edges: [{ node: { status: 'CONFIRMED' } }] } } } });
  });
});
