import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { MemberId } from '../src/references/member.js';
import type { GroupId } from '../src/references/group.js';
import type { Registration } from '../src/registration/registration.js';
import { DoorDriver, passKey } from './door-driver.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let door: DoorDriver;
let group: GroupId;
let ada: MemberId;
let omar: MemberId;
let cara: MemberId;
let activity: Activity;
let place: Registration;

beforeAll(async () => {
  test = await startTestService(activities, { clock, environment: passKey });
  fixture = new Fixture(test);
  door = new DoorDriver(test, clock);
  ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  cara = await fixture.member('cara');
  await fixture.member('rosa');
  const uma = await fixture.member('uma');
  group = await fixture.group(omar, cara);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
});
afterAll(() => test.stop());
beforeEach(async () => {
  clock.set(testStart);
  activity = await openDoor();
  place = await fixture.registration(activity, ada, 'CONFIRMED');
});

/** An activity that starts in half an hour, so that its door is open; cara is of its crew. */
function openDoor(changes: Partial<Activity> = {}): Promise<Activity> {
  return fixture.activity(group, 'PUBLISHED', {
    startsAt: inHours(0.5),
    endsAt: inHours(3),
    registrationClosesAt: inHours(0.5),
    team: [{ memberId: cara, role: 'CREW' }],
    ...changes,
  });
}
const passOf = async (subject: string, of = activity): Promise<string> => (await door.passes(subject, of.id))[0] ?? '';
const later = (minutes: number): void => clock.set(inHours(minutes / 60).toISOString());

describe('a pass', () => {
  it('is shown to its holder alone, lets them in, and says so a second time', async () => {
    const pass = await passOf('ada');
    for (const subject of ['omar', 'uma', 'rosa', undefined])
      expect(await door.passes(subject, activity.id)).toEqual([]);
    const [first] = await door.scan('omar', activity, [{ pass }]);
    expect(first).toMatchObject({
      outcome: 'CHECKED_IN',
      registration: { id: place.id, status: 'CHECKED_IN' },
      other: null,
    });
    later(5);
    const [again] = await door.scan('cara', activity, [{ pass }], { label: 'Side door' });
    expect(again).toMatchObject({ outcome: 'ALREADY_IN', other: { scannedAt: testStart, deviceLabel: 'Front door' } });
  });

  it('is refused one by one: forged, of another activity or checkpoint, old, too early, or of nobody', async () => {
    const pass = await passOf('ada');
    const other = await openDoor();
    await fixture.registration(other, ada, 'CONFIRMED');
    const [meal] = await door.addCheckpoint('omar', activity, 'Meal');
    const gone = await fixture.registration(activity, omar, 'CONFIRMED');
    const gonePass = await passOf('omar');
    await test.dataSource.query(`update registration set status = 'CANCELLED' where id = $1`, [gone.id]);
    const waits = await fixture.registration(activity, cara, 'WAITLISTED');
    const answers = await door.scan('omar', activity, [
      { pass: `${pass.slice(0, -4)}0000` },
      { pass: await passOf('ada', other) },
      { pass, checkpointId: meal },
      { pass, checkpointId: randomUUID() },
      { pass: gonePass },
      { registrationId: randomUUID() },
      { registrationId: waits.id },
      {},
      { pass, nonce: 'no uuid' },
      { pass, scannedAt: inHours(-3) },
      { pass },
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'BAD_PASS',
      'OTHER_ACTIVITY',
      'OTHER_CHECKPOINT',
      'OTHER_CHECKPOINT',
      'NOT_REGISTERED',
      'NOT_REGISTERED',
      'WAITS',
      'BAD_SCAN',
      'BAD_SCAN',
      'TOO_EARLY',
      'CHECKED_IN',
    ]);
    expect(await fixture.statuses(activity.id)).toEqual({ CANCELLED: 1, CHECKED_IN: 1, WAITLISTED: 1 });
  });

  it('is worth nothing once its holder has a new one, or the activity is long over', async () => {
    const old = await passOf('ada');
    expect(await door.act('ada', 'renewPass', { registrationId: place.id })).toMatchObject({
      __typename: 'RenewPassSuccess',
    });
    for (const subject of ['omar', 'rosa', undefined])
      expect(await door.act(subject, 'renewPass', { registrationId: place.id })).toMatchObject({
        __typename: 'NotFoundError',
      });
    const fresh = await passOf('ada');
    expect((await door.scan('omar', activity, [{ pass: old }]))[0]?.outcome).toBe('OLD_PASS');
    later(10 * 60);
    expect((await door.scan('omar', activity, [{ pass: fresh }]))[0]?.outcome).toBe('OLD_PASS');
    expect((await door.scan('omar', activity, [{ registrationId: place.id }]))[0]?.outcome).toBe('CHECKED_IN');
  });

  it('can be checked by a key that everybody may read', async () => {
    const { data } = await test.run(undefined, '{ passKeys { id publicKey } }');
    expect(data?.['passKeys']).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{8}$/), publicKey: expect.any(String) }]);
  });
});

describe('a checkpoint', () => {
  it('is passed once each, and only the main door says who is there', async () => {
    const [bus] = await door.addCheckpoint('omar', activity, ' Bus ');
    const [main, forBus] = await door.passes('ada', activity.id);
    expect((await door.scan('omar', activity, [{ pass: forBus, checkpointId: bus }]))[0]).toMatchObject({
      outcome: 'CHECKED_IN',
      registration: { status: 'CONFIRMED' },
    });
    later(1);
    const answers = await door.scan('omar', activity, [{ pass: forBus, checkpointId: bus }, { pass: main }]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['ALREADY_IN', 'CHECKED_IN']);
    expect(await door.checkpoints('omar', activity.id)).toEqual([
      { isMainDoor: true, name: null, isSelfService: false, countedIn: 1, countedOut: 0 },
      { isMainDoor: false, name: 'Bus', isSelfService: false, countedIn: 1, countedOut: 0 },
    ]);
    for (const subject of ['ada', 'uma', undefined]) expect(await door.checkpoints(subject, activity.id)).toEqual([]);
  });

  it('is added and taken away by whoever runs the door, ten at most, and never the main door', async () => {
    expect(await door.act('cara', 'addCheckpoint', { activityId: activity.id, name: 'Bar' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await door.act('omar', 'addCheckpoint', { activityId: activity.id, name: ' ' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await door.act('omar', 'addCheckpoint', { activityId: randomUUID(), name: 'Bar' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    const [bus = ''] = await door.addCheckpoint('omar', activity, 'Bus');
    for (let count = 2; count <= 10; count += 1) await door.addCheckpoint('omar', activity, `Stop ${count}`);
    expect(await door.act('omar', 'addCheckpoint', { activityId: activity.id, name: 'Bar' })).toMatchObject({
      __typename: 'LimitReachedError',
    });
    expect(await door.act('cara', 'removeCheckpoint', { checkpointId: bus })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await door.act('rosa', 'removeCheckpoint', { checkpointId: bus })).toEqual(
      await door.act('rosa', 'removeCheckpoint', { checkpointId: randomUUID() }),
    );
    expect(await door.act('omar', 'removeCheckpoint', { checkpointId: bus })).toMatchObject({
      __typename: 'RemoveCheckpointSuccess',
    });
    expect(await door.act('omar', 'removeCheckpoint', { checkpointId: bus })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await door.passes('ada', activity.id)).toHaveLength(10);
  });
});

describe('scans of a device', () => {
  it('change nothing when they are sent again, and their answers stay true', async () => {
    const pass = await passOf('ada');
    const device = door.device();
    const scans = [
      { pass, nonce: randomUUID() },
      { pass: 'GP1:', nonce: randomUUID() },
    ];
    const first = await door.scan('omar', activity, scans, device);
    later(20);
    expect(await door.scan('omar', activity, scans, device)).toEqual(first);
    expect(await door.rows(activity.id)).toHaveLength(1);
  });

  it('that come later but happened earlier count, and both devices learn of each other', async () => {
    const pass = await passOf('ada');
    const offline = door.device('Side door');
    later(10);
    await door.scan('omar', activity, [{ pass }]);
    later(20);
    const [answer] = await door.scan('cara', activity, [{ pass, scannedAt: inHours(5 / 60) }], offline);
    expect(answer).toMatchObject({
      outcome: 'CHECKED_IN',
      registration: { checkedInAt: inHours(5 / 60).toISOString() },
      other: { deviceLabel: 'Front door', scannedAt: inHours(10 / 60).toISOString() },
    });
    expect((await door.rows(activity.id)).filter(({ is_counted }) => is_counted)).toHaveLength(1);
  });

  it('record who leaves, also when the way out arrives before the way in, and who was late', async () => {
    const pass = await passOf('ada');
    later(60);
    const [out] = await door.scan('omar', activity, [{ pass, direction: 'OUT' }]);
    expect(out).toMatchObject({ outcome: 'NOT_IN', registration: { status: 'CONFIRMED' } });
    const [late] = await door.scan('cara', activity, [{ pass, scannedAt: inHours(50 / 60) }]);
    expect(late).toMatchObject({
      outcome: 'CHECKED_IN',
      registration: { status: 'CHECKED_OUT', isLate: true, checkedOutAt: inHours(1).toISOString() },
    });
    later(61);
    expect((await door.scan('omar', activity, [{ pass, direction: 'OUT' }]))[0]?.outcome).toBe('ALREADY_OUT');
  });

  it('are for whoever keeps the door, and at most 200 at once', async () => {
    const scans = [{ registrationId: place.id }];
    for (const [subject, outcome] of [
      ['ada', 'NotAllowedError'],
      ['uma', 'NotAllowedError'],
      [undefined, 'NotAllowedError'],
      ['cara', 'RecordScansSuccess'],
    ] as const)
      expect([subject, await door.send(subject, activity.id, scans)]).toMatchObject([subject, { __typename: outcome }]);
    expect(await door.send('omar', randomUUID(), scans)).toMatchObject({ __typename: 'NotFoundError' });
    const many = Array.from({ length: 201 }, () => scans[0] ?? {});
    expect(await door.send('omar', activity.id, many)).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'scans' }],
    });
    expect(await door.send('omar', activity.id, scans, { id: 'phone', label: '' })).toMatchObject({
      fields: [{ path: 'device.id' }, { path: 'device.label' }],
    });
  });

  it('are told that attendance is closed, and change nothing then', async () => {
    const pass = await passOf('ada');
    later(200);
    await door.act('omar', 'closeAttendance', { activityId: activity.id });
    expect((await door.scan('omar', activity, [{ pass, scannedAt: inHours(1) }]))[0]).toMatchObject({
      outcome: 'CLOSED',
      registration: { status: 'NO_SHOW' },
    });
  });

  it('of a date that was moved count no longer', async () => {
    const pass = await passOf('ada');
    await door.scan('omar', activity, [{ pass }]);
    const dates = { startsAt: inHours(50), endsAt: inHours(52), registrationClosesAt: inHours(49) };
    await door.act('omar', 'postponeActivity', { activityId: activity.id, ...dates });
    clock.set(inHours(49).toISOString());
    expect((await door.scan('omar', activity, [{ pass: await passOf('ada') }]))[0]?.outcome).toBe('CHECKED_IN');
  });

  it('of forty people take as many statements as those of two', async () => {
    activity = await openDoor({ capacity: 60 });
    const crowd = await fixture.crowd('walker', 42);
    const places: Registration[] = [];
    for (const member of crowd) places.push(await fixture.registration(activity, member, 'CONFIRMED'));
    const count = (from: number, to: number) =>
      test.countStatements(() =>
        door.send(
          'omar',
          activity.id,
          places.slice(from, to).map(({ id }) => ({ registrationId: id })),
        ),
      );
    const few = await count(0, 2);
    expect((await count(2, 42)).length).toBe(few.length);
  });
});

describe('taking a scan back', () => {
  const scanOf = async (): Promise<string> => {
    const [answer] = await door.scan('omar', activity, [{ registrationId: place.id }]);
    return answer?.scan?.id ?? '';
  };

  it('is for another keeper, with a reason; the row stays and old passes are worth nothing', async () => {
    const pass = await passOf('ada');
    const scanId = await scanOf();
    const undo = (subject: string | undefined, reason = 'The wrong person.') =>
      door.act(subject, 'undoScan', { scanId, reason });
    expect(await undo('omar')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await undo('cara', ' ')).toMatchObject({ __typename: 'ValidationError' });
    const hidden = await undo('rosa');
    expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
    expect(await door.act('rosa', 'undoScan', { scanId: randomUUID(), reason: 'x' })).toEqual(hidden);
    later(1);
    expect(await undo('cara')).toMatchObject({ __typename: 'UndoScanSuccess', registration: { status: 'CONFIRMED' } });
    expect(await undo('cara')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await door.rows(activity.id)).toMatchObject([{ is_counted: false }]);
    expect((await door.scan('omar', activity, [{ pass, scannedAt: new Date(testStart) }]))[0]?.outcome).toBe(
      'OLD_PASS',
    );
    expect(
      (await door.scan('omar', activity, [{ registrationId: place.id, scannedAt: new Date(testStart) }]))[0]?.outcome,
    ).toBe('UNDONE');
    later(2);
    expect((await door.scan('omar', activity, [{ pass: await passOf('ada') }]))[0]?.outcome).toBe('CHECKED_IN');
  });

  it('is never for one’s own entry, and not after attendance was closed', async () => {
    const own = await fixture.registration(activity, cara, 'CONFIRMED');
    const [answer] = await door.scan('omar', activity, [{ registrationId: own.id }]);
    const scanId = answer?.scan?.id ?? '';
    expect(await door.act('cara', 'undoScan', { scanId, reason: 'x' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    later(200);
    await door.act('omar', 'closeAttendance', { activityId: activity.id });
    const other = (await door.rows(activity.id))[0]?.id;
    const una = await fixture.member(`una${activity.id}`);
    await fixture.mandate(una, 'TREASURER', group);
    expect(await door.act(`una${activity.id}`, 'undoScan', { scanId: other, reason: 'x' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('of the way out leaves them in', async () => {
    await scanOf();
    later(1);
    const [out] = await door.scan('omar', activity, [{ registrationId: place.id, direction: 'OUT' }]);
    later(2);
    expect(await door.act('cara', 'undoScan', { scanId: out?.scan?.id, reason: 'Came back.' })).toMatchObject({
      registration: { status: 'CHECKED_IN' },
    });
  });
});

describe('checking oneself in', () => {
  const open = (isOpen = true) => door.act('cara', 'openSelfCheckIn', { activityId: activity.id, isOpen });
  const code = async (): Promise<string> => (await door.code('omar', activity.id)) ?? '';
  const enter = (subject: string | undefined, typed: string) =>
    door.act(subject, 'selfCheckIn', { activityId: activity.id, code: typed, nonce: randomUUID() });

  it('works with the code that the door shows, which only its keepers see', async () => {
    expect(await enter('ada', '000000')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await door.act('rosa', 'openSelfCheckIn', { activityId: activity.id, isOpen: true })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await door.act('omar', 'openSelfCheckIn', { activityId: randomUUID(), isOpen: true })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await open();
    for (const subject of ['ada', 'uma', undefined]) expect(await door.code(subject, activity.id)).toBeNull();
    expect(await enter('ada', await code())).toMatchObject({
      __typename: 'SelfCheckInSuccess',
      registration: { status: 'CHECKED_IN' },
    });
    expect(await enter('ada', 'again')).toMatchObject({ __typename: 'SelfCheckInSuccess' });
    expect(await enter('rosa', await code())).toMatchObject({ __typename: 'NotFoundError' });
    await open(false);
    expect(await door.code('omar', activity.id)).toBeNull();
  });

  it('takes five wrong codes in ten minutes, and then not even the right one', async () => {
    await open();
    const right = await code();
    const wrong = right === '000000' ? '111111' : '000000';
    const answers = [];
    for (let guess = 0; guess < 5; guess += 1) answers.push((await enter('ada', wrong)).__typename);
    expect(new Set(answers)).toEqual(new Set(['ValidationError']));
    expect(await enter('ada', right)).toMatchObject({ __typename: 'LimitReachedError', limit: 5 });
    later(11);
    expect(await enter('ada', await code())).toMatchObject({ __typename: 'SelfCheckInSuccess' });
  });

  it('counts guesses that are sent at the same moment one by one', async () => {
    await open();
    const answers = await Promise.all(Array.from({ length: 12 }, () => enter('ada', 'wrong!')));
    expect(answers.filter(({ __typename }) => __typename === 'ValidationError')).toHaveLength(5);
    expect(answers.filter(({ __typename }) => __typename === 'LimitReachedError')).toHaveLength(7);
  });

  it('is for whoever has a seat', async () => {
    await open();
    await fixture.registration(activity, cara, 'WAITLISTED');
    expect(await enter('cara', await code())).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('a service without the key of the door', () => {
  let plain: TestService | undefined;
  afterAll(() => plain?.stop());

  it('has neither passes nor codes, and lets people in by name', async () => {
    plain = await startTestService(activities, { clock });
    const rows = new Fixture(plain);
    const other = new DoorDriver(plain, clock);
    const [keeper, guest] = [await rows.member('omar'), await rows.member('ada')];
    const club = await rows.group(keeper);
    await rows.mandate(keeper, 'PRESIDENT', club);
    const evening = await rows.activity(club, 'PUBLISHED', { startsAt: inHours(1), registrationClosesAt: inHours(1) });
    const { id: registrationId } = await rows.registration(evening, guest, 'CONFIRMED');
    expect(await other.passes('ada', evening.id)).toEqual([]);
    expect(await other.act('omar', 'openSelfCheckIn', { activityId: evening.id, isOpen: true })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect((await other.scan('omar', evening, [{ registrationId }]))[0]?.outcome).toBe('CHECKED_IN');
  });
});
