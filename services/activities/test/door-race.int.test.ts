import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import type { Registration } from '../src/registration/registration.js';
import { DoorDriver, passKey, type Answered, type SentScan } from './door-driver.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let door: DoorDriver;
let group: GroupId;

beforeAll(async () => {
  test = await startTestService(activities, { clock, environment: passKey });
  fixture = new Fixture(test);
  door = new DoorDriver(test, clock);
  const omar = await fixture.member('omar');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
});
afterAll(() => test.stop());

/** A generator with a seed, so that what fails once fails again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const shuffled = <Item>(items: readonly Item[], next: () => number): readonly Item[] =>
  items
    .map((item) => ({ item, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

type Device = { readonly id: string; readonly label: string; readonly isOffline: boolean };
type Planned = Required<Pick<SentScan, 'nonce' | 'registrationId' | 'scannedAt' | 'direction'>> & {
  readonly device: Device;
};

/** An activity with people who have seats. */
async function fill(prefix: string, count: number): Promise<{ activity: Activity; places: readonly Registration[] }> {
  const activity = await fixture.activity(group, 'PUBLISHED', {
    startsAt: inHours(0.5),
    endsAt: inHours(3),
    registrationClosesAt: inHours(0.5),
    capacity: count,
  });
  const places: Registration[] = [];
  for (const member of await fixture.crowd(prefix, count))
    places.push(await fixture.registration(activity, member, 'CONFIRMED'));
  return { activity, places };
}

const devicesOf = (): readonly Device[] =>
  ['North', 'South', 'East', 'West'].map((label, index) => ({ id: randomUUID(), label, isOffline: index >= 2 }));

/** Scans within twenty minutes, spread over the devices: many people are scanned twice, some at two doors. */
function plan(places: readonly Registration[], count: number, next: () => number): readonly Planned[] {
  const devices = devicesOf();
  return Array.from({ length: count }, (_unused, index) => {
    const place = index < places.length ? places[index] : places[Math.floor(next() * places.length)];
    const device = devices[Math.floor(next() * devices.length)];
    if (place === undefined || device === undefined) throw new Error('there are people and devices');
    return {
      device,
      nonce: randomUUID(),
      registrationId: place.id,
      direction: next() < 0.9 ? ('IN' as const) : ('OUT' as const),
      scannedAt: new Date(inHours(0).getTime() + Math.floor(next() * 1200) * 1000),
    };
  });
}

/** What a device sends at once. */
const bare = ({ nonce, registrationId, scannedAt, direction }: Planned): SentScan => ({
  nonce,
  registrationId,
  scannedAt,
  direction,
});
const send = (activity: Activity, device: Device, scans: readonly Planned[]): Promise<readonly Answered[]> =>
  door.scan('omar', activity, scans.map(bare), device);

/** The state that remains: registrations and the scans that count, without ids that the service made. */
async function stateOf(activityId: string): Promise<unknown> {
  const registrations = await test.dataSource.query(
    'select id, status, checked_in_at, checked_out_at, is_late from registration where activity_id = $1 order by id',
    [activityId],
  );
  const counted = await test.dataSource.query(
    'select registration_id, direction, nonce, scanned_at from door_scan where activity_id = $1 and is_counted order by registration_id, direction',
    [activityId],
  );
  return { registrations, counted };
}

describe('600 scans on four devices, two of them offline for ten minutes', () => {
  it('admit nobody twice, are all answered, and count the earliest', async () => {
    const next = seeded(7);
    const { activity, places } = await fill('guest', 400);
    const planned = plan(places, 600, next);
    clock.set(inHours(20.5 / 60).toISOString());
    const byDevice = [...Map.groupBy(planned, ({ device }) => device)];
    // Who is online sends a few at a time; who was offline sends everything at once, and twice because no answer came.
    const requests = byDevice.flatMap(([device, scans]) => {
      const size = device.isOffline ? 200 : 10;
      const batches = Array.from({ length: Math.ceil(scans.length / size) }, (_unused, index) =>
        scans.slice(index * size, (index + 1) * size),
      );
      const sent = batches.map((batch) => ({ device, batch }));
      return device.isOffline ? [...sent, ...sent] : sent;
    });
    const answers = await Promise.all(
      shuffled(requests, next).map(async ({ device, batch }) => ({ batch, got: await send(activity, device, batch) })),
    );

    for (const { batch, got } of answers)
      expect(got.map(({ nonce }) => nonce)).toEqual(batch.map(({ nonce }) => nonce));
    const outcomes = new Set(answers.flatMap(({ got }) => got.map(({ outcome }) => outcome)));
    expect([...outcomes].filter((outcome) => !known.has(outcome))).toEqual([]);
    const rows = await door.rows(activity.id);
    expect(rows).toHaveLength(600);
    const counted = rows.filter(({ is_counted, direction }) => is_counted && direction === 'IN');
    const scanned = new Set(planned.filter(({ direction }) => direction === 'IN').map((scan) => scan.registrationId));
    expect(new Set(counted.map((row) => row.registration_id))).toEqual(scanned);
    expect(counted).toHaveLength(scanned.size);
    const statuses = await fixture.statuses(activity.id);
    expect((statuses['CHECKED_IN'] ?? 0) + (statuses['CHECKED_OUT'] ?? 0)).toBe(scanned.size);
    const earliest = new Map<string, number>();
    for (const { registrationId, direction, scannedAt } of planned)
      if (direction === 'IN')
        earliest.set(registrationId, Math.min(earliest.get(registrationId) ?? Infinity, scannedAt.getTime()));
    const inAt: readonly { id: string; at: Date }[] = await test.dataSource.query(
      'select id, checked_in_at as at from registration where activity_id = $1 and checked_in_at is not null',
      [activity.id],
    );
    expect(new Map(inAt.map(({ id, at }) => [id, at.getTime()]))).toEqual(earliest);
  }, 120_000);
});

const known: ReadonlySet<string> = new Set(['CHECKED_IN', 'CHECKED_OUT', 'ALREADY_IN', 'ALREADY_OUT', 'NOT_IN']);

describe('the order in which devices send', () => {
  it('leaves the same state in the database, whichever it is', async () => {
    clock.set(testStart);
    const { activity, places } = await fill('order', 12);
    const planned = plan(places, 40, seeded(11));
    clock.set(inHours(20.5 / 60).toISOString());
    const states: unknown[] = [];
    for (const seed of [1, 2, 3, 4]) {
      const next = seeded(seed);
      await test.dataSource.query('delete from door_scan where activity_id = $1', [activity.id]);
      await test.dataSource.query(
        `update registration set status = 'CONFIRMED', checked_in_at = null, checked_out_at = null, is_late = false where activity_id = $1`,
        [activity.id],
      );
      for (const scan of shuffled(planned, next)) await send(activity, scan.device, [scan]);
      states.push(await stateOf(activity.id));
    }
    for (const state of states) expect(state).toEqual(states[0]);
  }, 60_000);
});
