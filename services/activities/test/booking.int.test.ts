import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Activity } from '../src/activity/activity.js';
import type { Booking } from '../src/booking/booking.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let omar: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock: new TestClock(testStart) });
  fixture = new Fixture(test);
  const ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  const [uma, una] = [await fixture.member('uma'), await fixture.member('una')];
  await fixture.member('rosa');
  group = await fixture.group(ada, omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
  await fixture.mandate(una, 'UNION_OFFICER');
  await fixture.mandate(una, 'TREASURER', group);
});
afterAll(() => test.stop());

type Fields = Readonly<Record<string, unknown>>;
type Answer = Fields & { readonly __typename: string };

const noValidation: ReadonlySet<string> = new Set(['reopenVenue', 'confirmBooking', 'releaseBooking']);
const success: Readonly<Record<string, string>> = {
  addVenue: 'venue { id name accessFeatures capacity viewerActions openingHours { weekday opensAt closesAt } }',
  editVenue: 'venue { id capacity }',
  closeVenue: 'venue { id closures { id startsAt reason } }',
  reopenVenue: 'venue { id closures { id } }',
  addEquipment: 'equipment { id quantity isEditable }',
  editEquipment: 'equipment { id quantity }',
};

/** Sends a mutation and returns its outcome. */
async function act(subject: string | undefined, name: string, input: Fields): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const fields =
    success[name] ??
    'booking { id status statusReason startsAt endsAt itemCount viewerActions venue { id } equipment { id } }';
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Success { ${fields} } ... on UserError { message }
    ${noValidation.has(name) ? '' : '... on ValidationError { fields { path rule } }'} } }`;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}

const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '00:00', closesAt: '24:00' }));
let names = 0;
const venue = async (changes: Fields = {}): Promise<string> => {
  names += 1;
  const added = await act('uma', 'addVenue', {
    name: `Hall ${names}`,
    place: 'Market Street 4',
    capacity: 60,
    accessFeatures: ['HEARING_LOOP', 'STEP_FREE'],
    openingHours: always,
    bookedBy: 'GROUP_OFFICERS',
    ...changes,
  });
  return (added['venue'] as { id: string }).id;
};
const equipment = async (quantity: number): Promise<string> => {
  names += 1;
  const plan = { name: `Lamp ${names}`, place: 'Store room', quantity, bookedBy: 'GROUP_OFFICERS' };
  return ((await act('uma', 'addEquipment', plan))['equipment'] as { id: string }).id;
};
const party = (changes: Partial<Activity> = {}): Promise<Activity> => fixture.activity(group, 'PUBLISHED', changes);
const bookingOf = (answer: Answer): { readonly id: string; readonly status: string } =>
  answer['booking'] as { id: string; status: string };

/** The bookings of an activity as they stand. */
const bookingsOf = ({ id }: Activity): Promise<readonly Booking[]> =>
  createRepositories(test.dataSource.manager).bookings.listOfActivities([id]);

describe('venues', () => {
  it('are added, changed and closed by union officers, and read by anybody', async () => {
    const id = await venue({ name: 'Drill Hall', openingHours: [{ weekday: 3, opensAt: '09:00', closesAt: '23:00' }] });
    const read = 'query ($id: ID!) { venue(id: $id) { name capacity accessFeatures viewerActions } }';
    expect((await test.run(undefined, read, { id })).data).toEqual({
      venue: { name: 'Drill Hall', capacity: 60, accessFeatures: ['STEP_FREE', 'HEARING_LOOP'], viewerActions: [] },
    });
    expect((await test.run(undefined, read, { id: missing })).data).toEqual({ venue: null });
    expect(await act('uma', 'editVenue', { venueId: id, changes: { capacity: 80 } })).toMatchObject({
      venue: { capacity: 80 },
    });
    const closed = await act('uma', 'closeVenue', {
      venueId: id,
      startsAt: inHours(24),
      endsAt: inHours(48),
      reason: 'The floor is sanded.',
    });
    const { closures } = closed['venue'] as { closures: readonly { id: string; reason: string }[] };
    expect(closures).toMatchObject([{ reason: 'The floor is sanded.' }]);
    expect(await act('uma', 'reopenVenue', { closureId: closures[0]?.id })).toMatchObject({ venue: { closures: [] } });
    expect(await act('uma', 'reopenVenue', { closureId: closures[0]?.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('are nobody else’s to change, and no two share a name', async () => {
    const id = await venue({ name: 'Music Room' });
    const plan = {
      name: 'Other',
      place: 'Here',
      capacity: 5,
      accessFeatures: [],
      openingHours: [],
      bookedBy: 'GROUP_OFFICERS',
    };
    const dates = { startsAt: inHours(24), endsAt: inHours(48), reason: 'Sanded.' };
    const closed = await act('uma', 'closeVenue', { venueId: id, ...dates });
    const closureId = (closed['venue'] as { closures: readonly { id: string }[] }).closures[0]?.id;
    for (const subject of ['omar', 'rosa', undefined]) {
      expect(await act(subject, 'addVenue', plan)).toMatchObject({ __typename: 'NotAllowedError' });
      expect(await act(subject, 'editVenue', { venueId: id, changes: {} })).toMatchObject({
        __typename: 'NotAllowedError',
      });
      expect(await act(subject, 'closeVenue', { venueId: id, ...dates })).toMatchObject({
        __typename: 'NotAllowedError',
      });
      expect(await act(subject, 'reopenVenue', { closureId })).toMatchObject({ __typename: 'NotAllowedError' });
      expect(
        await act(subject, 'addEquipment', { name: 'Lamp', place: 'Store', quantity: 1, bookedBy: 'GROUP_OFFICERS' }),
      ).toMatchObject({ __typename: 'NotAllowedError' });
    }
    expect(await act('uma', 'addVenue', { ...plan, name: 'MUSIC room' })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await act('uma', 'addVenue', { ...plan, capacity: 0 })).toMatchObject({ fields: [{ path: 'capacity' }] });
    const other = await venue();
    expect(await act('uma', 'editVenue', { venueId: other, changes: { name: 'Music Room' } })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(await act('uma', 'editVenue', { venueId: other, changes: { capacity: 0 } })).toMatchObject({
      fields: [{ path: 'changes.capacity' }],
    });
    expect(await act('uma', 'editVenue', { venueId: missing, changes: {} })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await act('uma', 'closeVenue', { venueId: missing, ...dates })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await act('uma', 'closeVenue', { venueId: other, ...dates, reason: '' })).toMatchObject({
      fields: [{ path: 'reason' }],
    });
  });

  it('are listed by name in pages that stay put while others are added', async () => {
    const query = `query ($after: String) { venues(search: "annex", first: 2, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }`;
    for (const name of ['Annex B', 'Annex D', 'Annex C']) await venue({ name });
    const first = (await test.run('rosa', query, {})).data?.['venues'] as {
      edges: unknown;
      pageInfo: { endCursor: string };
    };
    expect(first.edges).toEqual([{ node: { name: 'Annex B' } }, { node: { name: 'Annex C' } }]);
    await venue({ name: 'Annex A' });
    const rest = (await test.run('rosa', query, { after: first.pageInfo.endCursor })).data?.['venues'];
    expect(rest).toMatchObject({ edges: [{ node: { name: 'Annex D' } }], pageInfo: { hasNextPage: false } });
  });
});

describe('booking', () => {
  it('holds a venue from set-up to clear-away, and shows others only that it is taken', async () => {
    const venueId = await venue();
    const activity = await party();
    const booked = await act('omar', 'bookForActivity', {
      activityId: activity.id,
      venueId,
      setUpMinutes: 60,
      clearAwayMinutes: 30,
    });
    expect(booked).toMatchObject({
      booking: {
        status: 'CONFIRMED',
        startsAt: inHours(71).toISOString(),
        endsAt: inHours(75.5).toISOString(),
        viewerActions: ['RELEASE'],
      },
    });
    const query = `query ($id: ID!, $venueId: ID!, $from: DateTime!, $to: DateTime!, $later: DateTime!) { activity(id: $id) { canBook bookings { id } }
      venue(id: $venueId) { takenTimes(from: $from, to: $to) { startsAt endsAt }
      isFree(from: $from, to: $to) freeAfter: isFree(from: $to, to: $later) freeNever: isFree(from: $to, to: $from) bookings(from: $from, to: $to) { activity { id } } } }`;
    const span = { from: inHours(0).toISOString(), to: inHours(75.5).toISOString(), later: inHours(200).toISOString() };
    const variables = { id: activity.id, venueId, ...span };
    expect((await test.run(undefined, query, variables)).data).toEqual({
      activity: { canBook: false, bookings: null },
      venue: {
        takenTimes: [{ startsAt: inHours(71).toISOString(), endsAt: inHours(75.5).toISOString() }],
        isFree: false,
        freeAfter: true,
        freeNever: true,
        bookings: null,
      },
    });
    expect((await test.run('uma', query, variables)).data).toMatchObject({
      activity: { canBook: true, bookings: [{ id: bookingOf(booked).id }] },
      venue: { bookings: [{ activity: { id: activity.id } }] },
    });
    const next = await party({ startsAt: inHours(75), endsAt: inHours(76), registrationClosesAt: inHours(74) });
    expect(await act('omar', 'bookForActivity', { activityId: next.id, venueId })).toMatchObject({
      fields: [{ path: 'venueId', rule: 'CONTRADICTION' }],
    });
    expect(
      await act('uma', 'closeVenue', { venueId, startsAt: inHours(72), endsAt: inHours(73), reason: 'Paint.' }),
    ).toMatchObject({
      __typename: 'LimitReachedError',
    });
    expect(await act('omar', 'releaseBooking', { bookingId: bookingOf(booked).id })).toMatchObject({
      booking: { status: 'RELEASED' },
    });
    expect(await act('omar', 'releaseBooking', { bookingId: bookingOf(booked).id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('omar', 'bookForActivity', { activityId: next.id, venueId })).toMatchObject({
      booking: { status: 'CONFIRMED' },
    });
  });

  it('asks a union officer from outside the activity where an officer’s word is not enough', async () => {
    const venueId = await venue({ bookedBy: 'UNION_OFFICERS' });
    const activity = await party();
    const { id } = bookingOf(await act('omar', 'bookForActivity', { activityId: activity.id, venueId }));
    const waiting = '{ bookingRequests { edges { node { id status venue { name } } } } }';
    expect((await test.run('uma', waiting)).data).toMatchObject({
      bookingRequests: { edges: [{ node: { id, status: 'REQUESTED' } }] },
    });
    expect((await test.run('omar', waiting)).data).toEqual({ bookingRequests: { edges: [] } });
    for (const subject of ['omar', 'una']) {
      expect(await act(subject, 'confirmBooking', { bookingId: id })).toMatchObject({ __typename: 'NotAllowedError' });
      expect(await act(subject, 'refuseBooking', { bookingId: id, reason: 'x' })).toMatchObject({
        __typename: 'NotAllowedError',
      });
    }
    expect(await act('uma', 'confirmBooking', { bookingId: id })).toMatchObject({ booking: { status: 'CONFIRMED' } });
    expect(await act('uma', 'confirmBooking', { bookingId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('uma', 'refuseBooking', { bookingId: id, reason: ' ' })).toMatchObject({
      fields: [{ path: 'reason' }],
    });
    expect(await act('uma', 'refuseBooking', { bookingId: id, reason: 'A wedding.' })).toMatchObject({
      booking: { status: 'REFUSED', statusReason: 'A wedding.', viewerActions: [] },
    });
    expect(await act('uma', 'refuseBooking', { bookingId: id, reason: 'A wedding.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('answers for a booking that is hidden as for one that is not there', async () => {
    const activity = await party();
    const { id } = bookingOf(await act('omar', 'bookForActivity', { activityId: activity.id, venueId: await venue() }));
    for (const [name, input] of Object.entries({
      confirmBooking: {},
      releaseBooking: {},
      refuseBooking: { reason: 'x' },
    })) {
      const hidden = await act('rosa', name, { bookingId: id, ...input });
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(await act('rosa', name, { bookingId: missing, ...input })).toEqual(hidden);
    }
    const draft = await fixture.activity(group, 'DRAFT');
    const venueId = await venue();
    const hidden = await act('rosa', 'bookForActivity', { activityId: draft.id, venueId });
    expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('rosa', 'bookForActivity', { activityId: missing, venueId })).toEqual(hidden);
    expect(await act('rosa', 'bookForActivity', { activityId: activity.id, venueId })).toMatchObject({
      __typename: 'NotAllowedError',
    });
  });

  it('refuses what does not fit: too many people, out of hours, closed, unknown, over, and too much at once', async () => {
    const activity = await party({ capacity: 50 });
    const book = (input: Fields): Promise<Answer> =>
      act('omar', 'bookForActivity', { activityId: activity.id, ...input });
    expect(await book({ venueId: await venue({ capacity: 40 }) })).toMatchObject({
      fields: [{ path: 'venueId', rule: 'CONTRADICTION' }],
    });
    expect(await book({ venueId: await venue({ openingHours: [] }) })).toMatchObject({
      fields: [{ path: 'venueId', rule: 'OUT_OF_RANGE' }],
    });
    const closed = await venue();
    await act('uma', 'closeVenue', { venueId: closed, startsAt: inHours(74), endsAt: inHours(90), reason: 'Paint.' });
    expect(await book({ venueId: closed })).toMatchObject({ fields: [{ path: 'venueId', rule: 'OUT_OF_RANGE' }] });
    expect(await book({ venueId: missing })).toMatchObject({ fields: [{ path: 'venueId', rule: 'UNKNOWN' }] });
    expect(await book({ equipmentId: missing })).toMatchObject({ fields: [{ path: 'equipmentId', rule: 'UNKNOWN' }] });
    expect(await book({})).toMatchObject({ fields: [{ path: 'venueId', rule: 'CONTRADICTION' }] });
    const over = await fixture.activity(group, 'COMPLETED');
    expect(await act('omar', 'bookForActivity', { activityId: over.id, venueId: closed })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const lamps = await equipment(100);
    for (let index = 0; index < 12; index += 1)
      expect(await book({ equipmentId: lamps })).toMatchObject({ booking: { status: 'CONFIRMED' } });
    expect(await book({ equipmentId: lamps })).toMatchObject({ __typename: 'LimitReachedError' });
  });

  it('counts what there are several of, and never lets the union own fewer than it promised', async () => {
    const lamps = await equipment(5);
    const [one, other] = [await party(), await party({ startsAt: inHours(74), endsAt: inHours(80) })];
    expect(
      await act('omar', 'bookForActivity', { activityId: one.id, equipmentId: lamps, itemCount: 3 }),
    ).toMatchObject({ booking: { itemCount: 3 } });
    expect(
      await act('omar', 'bookForActivity', { activityId: other.id, equipmentId: lamps, itemCount: 3 }),
    ).toMatchObject({
      fields: [{ path: 'itemCount', rule: 'CONTRADICTION' }],
    });
    expect(
      await act('omar', 'bookForActivity', { activityId: other.id, equipmentId: lamps, itemCount: 2 }),
    ).toMatchObject({ booking: { itemCount: 2 } });
    const query = `query ($from: DateTime!, $to: DateTime!) { equipment(first: 100) { edges { node { id freeCount(from: $from, to: $to) } } } }`;
    const free = async (from: number, to: number): Promise<unknown> => {
      const { data } = await test.run('rosa', query, {
        from: inHours(from).toISOString(),
        to: inHours(to).toISOString(),
      });
      const { edges } = (data ?? {})['equipment'] as { edges: readonly { node: { id: string; freeCount: number } }[] };
      return edges.find(({ node }) => node.id === lamps)?.node.freeCount;
    };
    expect([
      await free(70, 72),
      await free(72, 73),
      await free(72, 90),
      await free(76, 90),
      await free(90, 72),
    ]).toEqual([5, 2, 0, 3, 5]);
    expect(await act('uma', 'editEquipment', { equipmentId: lamps, changes: { quantity: 4 } })).toMatchObject({
      fields: [{ path: 'changes.quantity' }],
    });
    expect(await act('uma', 'editEquipment', { equipmentId: lamps, changes: { quantity: 1 } })).toMatchObject({
      fields: [{}, {}],
    });
    expect(await act('uma', 'editEquipment', { equipmentId: lamps, changes: { quantity: 6 } })).toMatchObject({
      equipment: { quantity: 6 },
    });
    expect(await act('omar', 'editEquipment', { equipmentId: lamps, changes: {} })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await act('uma', 'editEquipment', { equipmentId: missing, changes: {} })).toMatchObject({
      __typename: 'NotFoundError',
    });
    const [{ name }] = (await test.dataSource.query<{ name: string }[]>(
      'select name from equipment where id <> $1 limit 1',
      [lamps],
    )) as [{ name: string }];
    expect(await act('uma', 'editEquipment', { equipmentId: lamps, changes: { name } })).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(
      await act('uma', 'addEquipment', { name, place: 'Store', quantity: 1, bookedBy: 'GROUP_OFFICERS' }),
    ).toMatchObject({ __typename: 'ConflictError' });
    expect(
      await act('uma', 'addEquipment', { name: 'x', place: 'Store', quantity: 0, bookedBy: 'GROUP_OFFICERS' }),
    ).toMatchObject({ fields: [{}, {}] });
  });

  it('answers the same key with the first answer, and another wish under it with a conflict', async () => {
    const activity = await party();
    const [venueId, other] = [await venue(), await venue()];
    const wish = { activityId: activity.id, venueId, idempotencyKey: 'key-1' };
    const first = await act('omar', 'bookForActivity', wish);
    expect(await act('omar', 'bookForActivity', wish)).toEqual(first);
    expect(await act('omar', 'bookForActivity', { ...wish, venueId: other })).toMatchObject({
      __typename: 'ConflictError',
    });
  });
});

describe('one venue and twenty who want it', () => {
  it('goes to exactly one of them, and so does a single piece of equipment', async () => {
    const [venueId, projector] = [await venue(), await equipment(1)];
    const wishes = await Promise.all(Array.from({ length: 20 }, () => party()));
    for (const thing of [{ venueId }, { equipmentId: projector }]) {
      const answers = await Promise.all(
        wishes.map(({ id }) => act('omar', 'bookForActivity', { activityId: id, ...thing })),
      );
      expect(answers.filter(({ __typename }) => __typename === 'BookForActivitySuccess')).toHaveLength(1);
      expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(
        new Set(['BookForActivitySuccess', 'ValidationError']),
      );
    }
  });

  it('gives out as many of a counted thing as there are', async () => {
    const lamps = await equipment(7);
    const wishes = await Promise.all(Array.from({ length: 20 }, () => party()));
    const answers = await Promise.all(
      wishes.map(({ id }) => act('omar', 'bookForActivity', { activityId: id, equipmentId: lamps })),
    );
    expect(answers.filter(({ __typename }) => __typename === 'BookForActivitySuccess')).toHaveLength(7);
  });

  it('is kept from being held twice by the database itself', async () => {
    const [venueId, activity] = [await venue(), await party()];
    const insert = `insert into booking (id, activity_id, venue_id, is_single, item_count, starts_at, ends_at, set_up_minutes, clear_away_minutes, status, requested_at, version)
      values (gen_random_uuid(), $1, $2, true, 1, $3, $4, 0, 0, 'REQUESTED', now(), 1)`;
    await test.dataSource.query(insert, [activity.id, venueId, inHours(1), inHours(3)]);
    await expect(test.dataSource.query(insert, [activity.id, venueId, inHours(2), inHours(4)])).rejects.toThrow(
      'booking_venue_free',
    );
    await test.dataSource.query(insert, [activity.id, venueId, inHours(3), inHours(4)]);
  });
});

describe('an activity that does not take place as planned', () => {
  it('lets go of everything when it is called off', async () => {
    const activity = await party();
    await act('omar', 'bookForActivity', { activityId: activity.id, venueId: await venue() });
    await act('omar', 'bookForActivity', { activityId: activity.id, equipmentId: await equipment(3) });
    await test.run(
      'omar',
      'mutation ($id: ID!) { cancelActivity(input: { activityId: $id, reason: "Storm." }) { __typename } }',
      { id: activity.id },
    );
    expect(await bookingsOf(activity)).toMatchObject([{ status: 'RELEASED' }, { status: 'RELEASED' }]);
  });

  it('takes what is free along when it moves, asks anew what a union officer confirms, and lets the rest go', async () => {
    const activity = await party();
    const [free, asked, taken] = [await venue(), await venue({ bookedBy: 'UNION_OFFICERS' }), await venue()];
    for (const venueId of [free, asked, taken])
      await act('omar', 'bookForActivity', { activityId: activity.id, venueId, setUpMinutes: 30 });
    const { id } = bookingOf(
      await act('uma', 'bookForActivity', { activityId: activity.id, equipmentId: await equipment(2) }),
    );
    const request = (await bookingsOf(activity)).find(({ venueId }) => venueId === asked);
    await act('uma', 'confirmBooking', { bookingId: request?.id });
    const other = await party({ startsAt: inHours(100), endsAt: inHours(103) });
    await act('omar', 'bookForActivity', { activityId: other.id, venueId: taken });
    const dates = {
      startsAt: inHours(101).toISOString(),
      endsAt: inHours(104).toISOString(),
      registrationClosesAt: inHours(99).toISOString(),
    };
    await test.run(
      'omar',
      'mutation ($input: PostponeActivityInput!) { postponeActivity(input: $input) { __typename } }',
      {
        input: { activityId: activity.id, ...dates },
      },
    );
    const rows = await bookingsOf(activity);
    const of = (thing: string): unknown => rows.find((row) => row.venueId === thing || row.id === thing);
    expect(of(free)).toMatchObject({ status: 'CONFIRMED', startsAt: inHours(100.5), endsAt: inHours(104) });
    expect(of(asked)).toMatchObject({ status: 'REQUESTED', startsAt: inHours(100.5) });
    expect(of(taken)).toMatchObject({ status: 'RELEASED', statusReason: 'Not free at the new time.' });
    expect(of(id)).toMatchObject({ status: 'CONFIRMED', startsAt: inHours(101) });
  });

  it('may move by an hour inside what it holds itself', async () => {
    const draft = await fixture.activity(group, 'DRAFT');
    const venueId = await venue();
    await act('omar', 'bookForActivity', { activityId: draft.id, venueId });
    await test.run('omar', 'mutation ($input: EditActivityInput!) { editActivity(input: $input) { __typename } }', {
      input: { activityId: draft.id, changes: { startsAt: inHours(73).toISOString() } },
    });
    expect(await bookingsOf(draft)).toMatchObject([{ status: 'CONFIRMED', startsAt: inHours(73) }]);
  });
});

describe('lists of bookings', () => {
  it('need as many statements for many activities as for one', async () => {
    const club = await fixture.group();
    await fixture.mandate(omar, 'TREASURER', club);
    const query = `query ($groupId: ID!, $first: Int!) { activities(groupId: $groupId, first: $first) { edges { node { id bookings { id status venue { name } equipment { name } viewerActions activity { title } } } } } }`;
    for (let index = 0; index < 4; index += 1) {
      const activity = await fixture.activity(club, 'PUBLISHED');
      await act('omar', 'bookForActivity', { activityId: activity.id, venueId: await venue() });
      await act('omar', 'bookForActivity', { activityId: activity.id, equipmentId: await equipment(2) });
    }
    const count = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('omar', query, { groupId: club, first }))).length;
    expect(await count(4)).toBe(await count(1));
  });
});
