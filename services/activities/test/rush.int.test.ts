import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { GroupId } from '../src/references/group.js';
import { activities, Fixture, inHours } from './fixture.js';

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

const register = `mutation ($input: RegisterForActivityInput!) { registerForActivity(input: $input) {
  __typename ... on RegisterForActivitySuccess { registration { id status waitingPlace } } ... on UserError { message } } }`;
const cancel =
  'mutation ($input: CancelRegistrationInput!) { cancelRegistration(input: $input) { __typename ... on CancelRegistrationSuccess { registration { status } } } }';
const checkIn =
  'mutation ($input: CheckInInput!) { checkIn(input: $input) { __typename ... on CheckInSuccess { registration { id status checkedInAt } } ... on UserError { message } } }';
const cancelActivity = 'mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) { __typename } }';

type Row = { id: string; member_id: string; status: string; queued_at: Date };
const rowsOf = (activityId: string): Promise<readonly Row[]> =>
  test.dataSource.query(
    'select id, member_id, status, queued_at from registration where activity_id = $1 order by queued_at, id',
    [activityId],
  );
const outcome = (answer: { data?: Readonly<Record<string, unknown>> | null }, field: string) =>
  answer.data?.[field] as { __typename: string; registration?: { id: string; status: string; checkedInAt?: string } };

describe('an opening rush', () => {
  it('gives 400 seats to 2,000 people at once, none twice, none too many, the rest waiting in order, and serves reads meanwhile', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 400 });
    await fixture.crowd('rusher', 2000);
    let answered = 0;
    const rush = Array.from({ length: 2000 }, async (_unused, index) => {
      const answer = await test.run(`rusher${index}`, register, {
        input: { activityId: activity.id, idempotencyKey: `rush-${index}` },
      });
      answered += 1;
      return outcome(answer, 'registerForActivity');
    });
    const read = await test.run(undefined, 'query ($id: ID!) { activity(id: $id) { seatsLeft } }', { id: activity.id });
    const answeredBeforeRead = answered;
    const answers = await Promise.all(rush);

    expect(read.errors).toBeUndefined();
    expect(answeredBeforeRead).toBeLessThan(1000);
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(new Set(['RegisterForActivitySuccess']));
    expect(new Set(answers.map(({ registration }) => registration?.id)).size).toBe(2000);
    const rows = await rowsOf(activity.id);
    expect(rows.slice(0, 400).every(({ status }) => status === 'CONFIRMED')).toBe(true);
    expect(rows.slice(400).every(({ status }) => status === 'WAITLISTED')).toBe(true);
    expect(rows).toHaveLength(2000);
    expect(new Set(rows.map(({ queued_at }) => queued_at.getTime())).size).toBe(2000);
    const last = await test.run(
      'omar',
      'query ($id: ID!) { activity(id: $id) { seatsLeft seatsTaken waitingCount } }',
      { id: activity.id },
    );
    expect(last.data?.['activity']).toEqual({ seatsLeft: 0, seatsTaken: 400, waitingCount: 1600 });
  }, 120_000);

  it('registers one person once, however many ways they ask at the same time', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 5 });
    await fixture.member('eager');
    const asked = (key: string | undefined) =>
      test.run('eager', register, { input: { activityId: activity.id, idempotencyKey: key } });
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => asked('same')),
      ...Array.from({ length: 10 }, (_unused, index) => asked(`key-${index}`)),
      asked(undefined),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(await rowsOf(activity.id)).toHaveLength(1);
  });
});

describe('seats that are given back', () => {
  it('go to each waiting person once, in order, however many are given back at the same time', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 30 });
    await fixture.crowd('holder', 90);
    const registered = [];
    for (let index = 0; index < 90; index += 1)
      registered.push(
        outcome(
          await test.run(`holder${index}`, register, { input: { activityId: activity.id, autoAccept: true } }),
          'registerForActivity',
        ).registration?.id,
      );
    const cancelled = await Promise.all(
      registered
        .slice(0, 25)
        .map((registrationId, index) => test.run(`holder${index}`, cancel, { input: { registrationId } })),
    );
    expect(new Set(cancelled.map((answer) => outcome(answer, 'cancelRegistration').registration?.status))).toEqual(
      new Set(['CANCELLED']),
    );
    const rows = await rowsOf(activity.id);
    expect(rows.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 25 }, () => 'CANCELLED'),
      ...Array.from({ length: 30 }, () => 'CONFIRMED'),
      ...Array.from({ length: 35 }, () => 'WAITLISTED'),
    ]);
  });

  it('stay within the capacity while people register and cancel at the same time', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 10 });
    await fixture.crowd('mixed', 60);
    const churn = async (index: number): Promise<void> => {
      const { registration } = outcome(
        await test.run(`mixed${index}`, register, { input: { activityId: activity.id, autoAccept: true } }),
        'registerForActivity',
      );
      if (index % 2 === 0) await test.run(`mixed${index}`, cancel, { input: { registrationId: registration?.id } });
    };
    await Promise.all(Array.from({ length: 60 }, (_unused, index) => churn(index)));
    const statuses = await fixture.statuses(activity.id);
    expect(statuses['CONFIRMED']).toBe(10);
    const rows = (await rowsOf(activity.id))
      .filter(({ status }) => status === 'CONFIRMED' || status === 'WAITLISTED')
      .map(({ status }) => status);
    expect(rows.lastIndexOf('CONFIRMED')).toBeLessThan(rows.indexOf('WAITLISTED'));
  });
});

describe('a door', () => {
  it('counts the first of many scans', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', {
      startsAt: inHours(1),
      endsAt: inHours(3),
      registrationClosesAt: inHours(1),
    });
    const guest = await fixture.member('guest');
    const { id: registrationId } = await fixture.registration(activity, guest, 'CONFIRMED');
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_unused, index) =>
        test.run('omar', checkIn, {
          input: { registrationId, idempotencyKey: index % 3 === 0 ? 'scan' : `scan-${index}` },
        }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(outcome(answer, 'checkIn'))))).toEqual(
      new Set([
        JSON.stringify({
          __typename: 'CheckInSuccess',
          registration: { id: registrationId, status: 'CHECKED_IN', checkedInAt: testStart },
        }),
      ]),
    );
    const [row]: readonly { version: number }[] = await test.dataSource.query(
      'select version from registration where id = $1',
      [registrationId],
    );
    expect(row?.version).toBe(2);
  });
});

describe('an activity that is called off during a rush', () => {
  it('leaves nobody with a seat: who came before is void, who came after is refused', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { capacity: 20 });
    await fixture.crowd('unlucky', 60);
    const asked = (index: number) => test.run(`unlucky${index}`, register, { input: { activityId: activity.id } });
    const early = Array.from({ length: 30 }, (_unused, index) => asked(index));
    const off = early[0]?.then(() =>
      test.run('omar', cancelActivity, { input: { activityId: activity.id, reason: 'Storm.' } }),
    );
    const late = Array.from({ length: 30 }, (_unused, index) => asked(30 + index));
    const answers = (await Promise.all([...early, ...late])).map(
      (answer) => outcome(answer, 'registerForActivity').__typename,
    );
    expect((await off)?.data).toEqual({ cancelActivity: { __typename: 'CancelActivitySuccess' } });
    const successes = answers.filter((name) => name === 'RegisterForActivitySuccess').length;
    expect(answers.filter((name) => name === 'IllegalTransitionError')).toHaveLength(60 - successes);
    expect(await fixture.statuses(activity.id)).toEqual({ VOID: successes });
  });
});
