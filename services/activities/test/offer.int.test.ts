import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let ada: MemberId;
let rosa: MemberId;
let uma: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  rosa = await fixture.member('rosa');
  uma = await fixture.member('uma');
  const omar = await fixture.member('omar');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(testStart);
  await test.dataSource.query(`update registration set status = 'VOID', excused = false`);
});

type Answer = {
  readonly __typename: string;
  readonly activity?: { readonly id: string };
  readonly registration?: { readonly id: string; readonly status: string; readonly offer: object | null };
};

async function act(subject: string | undefined, name: string, input: object): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const clashes = ['registerForActivity', 'acceptOffer'].includes(name)
    ? '... on PlaceClashError { activity { id } }'
    : '';
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ${clashes}
    ... on ${type}Success { registration { id status offer { offeredAt expiresAt isHeld } viewerActions } } ... on UserError { message } } }`;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}

const statusOf = async (registrationId: string): Promise<string | undefined> => {
  const rows: readonly { status: string }[] = await test.dataSource.query(
    'select status from registration where id = $1',
    [registrationId],
  );
  return rows[0]?.status;
};
const notices = (activityId: string): Promise<readonly { notice: string; member: string }[]> =>
  test.dataSource.query(
    `select data->>'notice' as notice, data->'memberIds'->>0 as member from outbox_event
     where name = 'ActivityNotice' and data->>'activityId' = $1 order by position`,
    [activityId],
  );
/** Lets the worker run the job of an offer once more, and waits until it has. */
const expire = async (registrationId: string, due: Date): Promise<void> => {
  const key = `again:${registrationId}:${clock.now().toISOString()}`;
  await test.dataSource.query(
    `select graphile_worker.add_job('expire-offer', payload := $1::json, run_at := now(), job_key := $2)`,
    [JSON.stringify({ registrationId, _due: due.toISOString() }), key],
  );
  await waitFor('the job to be done', async () => {
    const open: readonly unknown[] = await test.dataSource.query('select 1 from graphile_worker.jobs where key = $1', [
      key,
    ]);
    return open.length === 0;
  });
};

/** One seat that ada holds, rosa and uma waiting for it, and ada giving it back. */
async function freedSeat(changes: Partial<Activity> = {}) {
  const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1, ...changes });
  const seat = await fixture.registration(activity, ada, 'CONFIRMED', { queuedAt: inHours(-9) });
  const first = await fixture.registration(activity, rosa, 'WAITLISTED', { queuedAt: inHours(-8) });
  const second = await fixture.registration(activity, uma, 'WAITLISTED', { queuedAt: inHours(-7) });
  await act('ada', 'cancelRegistration', { registrationId: seat.id });
  return { activity, first, second };
}

describe('a freed seat', () => {
  it('is offered to whoever is first for twelve hours, held meanwhile, and is theirs when they accept', async () => {
    const { activity, first, second } = await freedSeat();
    expect(await fixture.statuses(activity.id)).toEqual({ CANCELLED: 1, OFFERED: 1, WAITLISTED: 1 });
    const seen = await test.run(
      'rosa',
      'query ($id: ID!) { activity(id: $id) { seatsLeft viewerRegistration { status offer { expiresAt isHeld } viewerActions } } }',
      { id: activity.id },
    );
    expect(seen.data?.['activity']).toEqual({
      seatsLeft: 0,
      viewerRegistration: {
        status: 'OFFERED',
        offer: { expiresAt: inHours(12).toISOString(), isHeld: true },
        viewerActions: ['ACCEPT', 'DECLINE'],
      },
    });
    expect(await act('uma', 'acceptOffer', { registrationId: second.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const accepted = await act('rosa', 'acceptOffer', { registrationId: first.id, idempotencyKey: 'mine' });
    expect(accepted).toMatchObject({ registration: { status: 'CONFIRMED', offer: null } });
    expect(await act('rosa', 'acceptOffer', { registrationId: first.id, idempotencyKey: 'mine' })).toEqual(accepted);
    expect(await act('rosa', 'acceptOffer', { registrationId: first.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await notices(activity.id)).toEqual([{ notice: 'SEAT_OFFERED', member: rosa }]);
  });

  it('is offered for a quarter of the time that is left where that is less', async () => {
    const { activity } = await freedSeat({
      startsAt: inHours(26),
      endsAt: inHours(27),
      registrationClosesAt: inHours(26),
    });
    const rows: readonly { offer_expires_at: Date }[] = await test.dataSource.query(
      `select offer_expires_at from registration where activity_id = $1 and status = 'OFFERED'`,
      [activity.id],
    );
    expect(rows).toEqual([{ offer_expires_at: inHours(6.5) }]);
  });

  it('goes on in the same transaction when the offer is declined, and declining is never late', async () => {
    const { activity, first, second } = await freedSeat();
    expect(await act('rosa', 'declineOffer', { registrationId: first.id })).toMatchObject({
      registration: { status: 'WITHDRAWN' },
    });
    expect(await statusOf(second.id)).toBe('OFFERED');
    expect(await act('rosa', 'declineOffer', { registrationId: first.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await notices(activity.id)).toHaveLength(2);
  });

  it('goes on at the stated instant, however late the platform comes, and whoever did not answer may wait again at the end', async () => {
    const { activity, first, second } = await freedSeat();
    clock.set(inHours(11).toISOString());
    await expire(first.id, inHours(12));
    expect(await statusOf(first.id)).toBe('OFFERED');
    clock.set(inHours(12).toISOString());
    expect(await act('rosa', 'acceptOffer', { registrationId: first.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    clock.set(inHours(15).toISOString());
    await expire(first.id, inHours(12));
    expect(await statusOf(first.id)).toBe('OFFER_EXPIRED');
    expect(await statusOf(second.id)).toBe('OFFERED');
    await expire(first.id, inHours(12));
    const query =
      'query ($id: ID!) { activity(id: $id) { viewerRegistration { status } viewerLastRegistration { status } } }';
    expect((await test.run('rosa', query, { id: activity.id })).data?.['activity']).toEqual({
      viewerRegistration: null,
      viewerLastRegistration: { status: 'OFFER_EXPIRED' },
    });
    const again = await act('rosa', 'registerForActivity', { activityId: activity.id });
    expect(again).toMatchObject({ registration: { status: 'WAITLISTED' } });
    expect(again.registration?.id).not.toBe(first.id);
    expect((await notices(activity.id)).map(({ notice }) => notice)).toEqual([
      'SEAT_OFFERED',
      'OFFER_EXPIRED',
      'SEAT_OFFERED',
    ]);
  });

  it('is never offered again to whoever gave it back after an offer, unless they wait anew', async () => {
    const { activity, first, second } = await freedSeat();
    await act('rosa', 'acceptOffer', { registrationId: first.id });
    await act('rosa', 'cancelRegistration', { registrationId: first.id });
    expect(await statusOf(second.id)).toBe('OFFERED');
    await act('uma', 'declineOffer', { registrationId: second.id });
    expect(await fixture.statuses(activity.id)).toEqual({ CANCELLED: 2, WITHDRAWN: 1 });
    expect(await act('rosa', 'registerForActivity', { activityId: activity.id })).toMatchObject({
      registration: { status: 'CONFIRMED' },
    });
  });

  it('is called out to five in the last two hours, and the first of them to accept has it', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', {
      capacity: 1,
      startsAt: inHours(1.5),
      endsAt: inHours(3),
      registrationClosesAt: inHours(1.5),
    });
    const seat = await fixture.registration(activity, ada, 'CONFIRMED');
    const callers = await fixture.crowd(`caller-${activity.id}-`, 7);
    const waiting = [];
    for (const [index, member] of callers.entries())
      waiting.push(await fixture.registration(activity, member, 'WAITLISTED', { queuedAt: inHours(-9 + index / 10) }));
    await act('ada', 'cancelRegistration', { registrationId: seat.id });
    const called: readonly { id: string }[] = await test.dataSource.query(
      `select id from registration where activity_id = $1 and offered_at is not null order by queued_at`,
      [activity.id],
    );
    expect(called.map(({ id }) => id)).toEqual(waiting.slice(0, 5).map(({ id }) => id));
    expect(await notices(activity.id)).toHaveLength(5);
    const answers = await Promise.all(
      waiting.map(({ id }, index) => act(`caller-${activity.id}-${index}`, 'acceptOffer', { registrationId: id })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'AcceptOfferSuccess')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'IllegalTransitionError')).toHaveLength(6);
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 1, LATE_CANCELLED: 1, WAITLISTED: 6 });
    const stillCalled: readonly unknown[] = await test.dataSource.query(
      `select 1 from registration where activity_id = $1 and status = 'WAITLISTED' and offered_at is not null`,
      [activity.id],
    );
    expect(stillCalled).toEqual([]);
  });

  it('is somebody’s own: strangers are answered as if it did not exist', async () => {
    const { first } = await freedSeat();
    for (const name of ['acceptOffer', 'declineOffer']) {
      const hidden = await act('uma', name, { registrationId: first.id });
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(await act('uma', name, { registrationId: missing })).toEqual(hidden);
      expect(await act('omar', name, { registrationId: first.id })).toMatchObject({ __typename: 'NotAllowedError' });
    }
    expect(
      await act('rosa', 'acceptOffer', { registrationId: first.id, idempotencyKey: 'k'.repeat(101) }),
    ).toMatchObject({ __typename: 'ValidationError' });
    expect(await act('rosa', 'acceptOffer', { registrationId: first.id, idempotencyKey: 'two' })).toMatchObject({
      __typename: 'AcceptOfferSuccess',
    });
    expect(await act('rosa', 'acceptOffer', { registrationId: missing, idempotencyKey: 'two' })).toMatchObject({
      __typename: 'ConflictError',
    });
  });
});

describe('two places at the same time', () => {
  it('are asked about by name, and given to whoever wants both', async () => {
    const one = await fixture.activity(group, 'PUBLISHED');
    const other = await fixture.activity(group, 'PUBLISHED', { startsAt: inHours(74), endsAt: inHours(76) });
    const after = await fixture.activity(group, 'PUBLISHED', { startsAt: inHours(76), endsAt: inHours(77) });
    expect(await act('ada', 'registerForActivity', { activityId: one.id })).toMatchObject({
      __typename: 'RegisterForActivitySuccess',
    });
    expect(await act('ada', 'registerForActivity', { activityId: other.id })).toMatchObject({
      __typename: 'PlaceClashError',
      activity: { id: one.id },
    });
    expect(await act('ada', 'registerForActivity', { activityId: other.id, despiteClash: true })).toMatchObject({
      registration: { status: 'CONFIRMED' },
    });
    expect(await act('ada', 'registerForActivity', { activityId: after.id })).toMatchObject({
      registration: { status: 'CONFIRMED' },
    });
  });

  it('cannot both be taken by asking for both at once', async () => {
    const several = await Promise.all(Array.from({ length: 4 }, () => fixture.activity(group, 'PUBLISHED')));
    const answers = await Promise.all(several.map(({ id }) => act('rosa', 'registerForActivity', { activityId: id })));
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'PlaceClashError',
      'PlaceClashError',
      'PlaceClashError',
      'RegisterForActivitySuccess',
    ]);
  });

  it('are asked about when an offer is accepted, and make a seat that would be taken at once an offer', async () => {
    const { first, activity } = await freedSeat();
    const busy = await fixture.activity(group, 'PUBLISHED');
    await fixture.registration(busy, rosa, 'CONFIRMED');
    expect(await act('rosa', 'acceptOffer', { registrationId: first.id })).toMatchObject({
      __typename: 'PlaceClashError',
      activity: { id: busy.id },
    });
    expect(await act('rosa', 'acceptOffer', { registrationId: first.id, despiteClash: true })).toMatchObject({
      registration: { status: 'CONFIRMED' },
    });
    await fixture.registration(busy, ada, 'CONFIRMED');
    const waiting = await fixture.registration(activity, ada, 'WAITLISTED', {
      autoAccept: true,
      queuedAt: inHours(-20),
    });
    await act('rosa', 'cancelRegistration', { registrationId: first.id });
    expect(await statusOf(waiting.id)).toBe('OFFERED');
  });
});

describe('an absence', () => {
  it('is excused by the group’s officers with a reason, once, and never by oneself', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED');
    const { id: registrationId } = await fixture.registration(activity, ada, 'LATE_CANCELLED');
    expect(await act('rosa', 'excuseRegistration', { registrationId, reason: 'Ill.' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await act('ada', 'excuseRegistration', { registrationId, reason: 'Ill.' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await act('omar', 'excuseRegistration', { registrationId, reason: '' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await act('omar', 'excuseRegistration', { registrationId, reason: 'Ill.' })).toMatchObject({
      registration: { status: 'LATE_CANCELLED' },
    });
    expect(await act('omar', 'excuseRegistration', { registrationId, reason: 'Again.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });
});

describe('what concerns many at once', () => {
  const counted = async (name: string, type: string, input: object): Promise<number> => {
    let outcome: unknown;
    const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
    const statements = await test.countStatements(async () => {
      outcome = (await test.run('omar', mutation, { input })).data?.[name];
    });
    expect(outcome).toEqual({ __typename: type.replace('Input', 'Success') });
    return statements.length;
  };

  it('offers twelve seats with as many statements as two', async () => {
    const offering = async (count: number): Promise<number> => {
      const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 1 });
      await fixture.registration(activity, ada, 'CONFIRMED');
      for (const memberId of await fixture.crowd(`offered-${count}-`, count))
        await fixture.registration(activity, memberId, 'WAITLISTED');
      const changes = { capacity: 1 + count };
      const cost = await counted('editActivity', 'EditActivityInput', { activityId: activity.id, changes });
      expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 1, OFFERED: count });
      return cost;
    };
    expect(await offering(12)).toBe(await offering(2));
  });

  it('closes the list of twelve who came with as many statements as that of two', async () => {
    const closing = async (count: number): Promise<number> => {
      const over = { startsAt: inHours(-5), endsAt: inHours(-2), capacity: 2 * count };
      const activity = await fixture.activity(group, 'PUBLISHED', over);
      for (const memberId of await fixture.crowd(`came-${count}-`, count))
        await fixture.registration(activity, memberId, 'CHECKED_IN');
      for (const memberId of await fixture.crowd(`missed-${count}-`, count))
        await fixture.registration(activity, memberId, 'CONFIRMED');
      const cost = await counted('closeAttendance', 'CloseAttendanceInput', { activityId: activity.id });
      expect(await fixture.statuses(activity.id)).toEqual({ ATTENDED: count, NO_SHOW: count });
      return cost;
    };
    expect(await closing(12)).toBe(await closing(2));
  });
});
