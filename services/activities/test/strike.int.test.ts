import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { currentStrikeRules, strikeStepOf } from '../src/strike/strike-rules.js';
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
  const omar = await fixture.member('omar');
  uma = await fixture.member('uma');
  const una = await fixture.member('una');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
  await fixture.mandate(una, 'UNION_OFFICER');
  await fixture.mandate(una, 'TREASURER', group);
});
afterAll(() => test.stop());

type Fields = Readonly<Record<string, unknown>>;
const strikeFields = '{ id kind status weight counts words reasons viewerActions activity { id } }';

async function act(subject: string | undefined, name: string, input: Fields): Promise<Fields> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const isStrike = name.endsWith('Strike') || name.endsWith('StrikeAppeal');
  const takesText = isStrike || name === 'correctAttendance';
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
    ${isStrike ? `... on ${type}Success { strike ${strikeFields} }` : ''} ... on UserError { message }
    ${takesText ? '... on ValidationError { fields { path } }' : ''} } }`;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Fields;
}
type Strike = Fields & { readonly id: string };
type Page = { readonly edges: readonly { readonly node: Strike }[]; readonly pageInfo: Fields };
async function strikesOf(subject: string | undefined): Promise<readonly Strike[]> {
  const { data } = await test.run(subject, `{ viewer { strikes { edges { node ${strikeFields} } } } }`);
  const { strikes } = (data ?? {})['viewer'] as { strikes: Page };
  return strikes.edges.map(({ node }) => node);
}
async function appeals(subject: string | undefined): Promise<readonly Strike[]> {
  const { data, errors } = await test.run(subject, `{ strikeAppeals { edges { node ${strikeFields} } } }`);
  expect(errors).toBeUndefined();
  const page = (data ?? {})['strikeAppeals'] as Page;
  return page.edges.map(({ node }) => node);
}
const over = (changes: Partial<Activity> = {}) =>
  fixture.activity(group, 'PUBLISHED', { startsAt: inHours(-5), endsAt: inHours(-2), ...changes });
/** A no-show of the member, as closing attendance makes it, with the strike for it. */
async function missed(memberId: MemberId, subject: string) {
  const activity = await over();
  const { id: registrationId } = await fixture.registration(activity, memberId, 'CONFIRMED');
  expect(await act('omar', 'closeAttendance', { activityId: activity.id })).toMatchObject({
    __typename: 'CloseAttendanceSuccess',
  });
  const strike = (await strikesOf(subject)).find(({ activity: at }) => (at as Fields)['id'] === activity.id);
  if (strike === undefined) throw new Error('closing gives a strike for a seat that was not used');
  return { activity, registrationId, strikeId: strike.id };
}
async function appealed(memberId: MemberId, subject: string) {
  const { strikeId, ...rest } = await missed(memberId, subject);
  expect(await act(subject, 'appealStrike', { strikeId, words: 'I was there, at the back.' })).toMatchObject({
    strike: { status: 'APPEALED', counts: false },
  });
  return { strikeId, ...rest };
}
const statusOf = async (registrationId: string): Promise<Fields> => {
  const [row]: readonly Fields[] = await test.dataSource.query(
    'select status, excused, status_reason from registration where id = $1',
    [registrationId],
  );
  return row ?? {};
};
const notices = (sourceId: string): Promise<readonly { data: Fields }[]> =>
  test.dataSource.query(
    `select data from outbox_event where name = 'ActivityNotice' and data->>'sourceId' = $1 order by sequence`,
    [sourceId],
  );

const cancelling = { startsAt: inHours(20), endsAt: inHours(22), registrationClosesAt: inHours(19) };

describe('a strike is given', () => {
  it('for a seat given back late that nobody has in its place, with a warning before and word after', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { ...cancelling, capacity: 2 });
    const { id: registrationId } = await fixture.registration(activity, ada, 'CONFIRMED');
    const asked = `query ($id: ID!) { activity(id: $id) { viewerRegistration {
      strikeIfCancelledNow { kind weight delayMinutes drawPercent } strikeIfMissed { kind weight } } } }`;
    expect((await test.run('ada', asked, { id: activity.id })).data?.['activity']).toEqual({
      viewerRegistration: {
        strikeIfCancelledNow: { kind: 'LATE_CANCEL', weight: 1, delayMinutes: 0, drawPercent: 100 },
        strikeIfMissed: { kind: 'NO_SHOW', weight: 2 },
      },
    });
    await act('ada', 'cancelRegistration', { registrationId });
    const [strike] = await strikesOf('ada');
    expect(strike).toMatchObject({
      kind: 'LATE_CANCEL',
      status: 'GIVEN',
      weight: 1,
      counts: true,
      viewerActions: ['APPEAL'],
    });
    expect(await notices(strike?.id ?? '')).toMatchObject([
      { data: { notice: 'STRIKE_GIVEN', memberIds: [ada], activityId: activity.id } },
    ]);
  });

  it('not in time, nor where somebody who waits has the seat at once', async () => {
    const before = await strikesOf('rosa');
    const early = await fixture.activity(group, 'PUBLISHED');
    const inTime = await fixture.registration(early, rosa, 'CONFIRMED');
    await act('rosa', 'cancelRegistration', { registrationId: inTime.id });
    const full = await fixture.activity(group, 'PUBLISHED', { ...cancelling, capacity: 1 });
    const seat = await fixture.registration(full, rosa, 'CONFIRMED');
    await fixture.registration(full, ada, 'WAITLISTED');
    const warning = `query ($id: ID!) { activity(id: $id) { viewerRegistration { strikeIfCancelledNow { kind } } } }`;
    expect((await test.run('rosa', warning, { id: full.id })).data?.['activity']).toEqual({
      viewerRegistration: { strikeIfCancelledNow: null },
    });
    await act('rosa', 'cancelRegistration', { registrationId: seat.id });
    expect(await strikesOf('rosa')).toEqual(before);
  });

  it('for not coming, once; a correction or an excuse takes it back and a correction of that gives it again', async () => {
    const activity = await over();
    const absent = await fixture.registration(activity, rosa, 'CONFIRMED');
    await act('omar', 'closeAttendance', { activityId: activity.id });
    const rows = async () =>
      test.dataSource.query('select registration_id, status from strike where activity_id = $1 order by id', [
        activity.id,
      ]);
    expect(await rows()).toEqual([{ registration_id: absent.id, status: 'GIVEN' }]);
    const correct = (attended: boolean) =>
      act('omar', 'correctAttendance', { registrationId: absent.id, attended, reason: 'The list was wrong.' });
    await correct(true);
    expect((await rows())[0]).toMatchObject({ status: 'TAKEN_BACK' });
    await correct(false);
    expect(await rows()).toMatchObject([{ status: 'TAKEN_BACK' }, { status: 'GIVEN' }]);
    await act('omar', 'excuseRegistration', { registrationId: absent.id, reason: 'Ill that day.' });
    expect((await rows()).map(({ status }: Fields) => status)).toEqual(['TAKEN_BACK', 'TAKEN_BACK']);
  });

  it('cannot be given twice for one registration, not even past the use case', async () => {
    const { strikeId } = await missed(rosa, 'rosa');
    await expect(
      test.dataSource.query(
        `insert into strike select gen_random_uuid(), registration_id, activity_id, member_id, kind, status, weight, rules_version,
           given_at, expires_at, appeal_until, words, appealed_at, reasons, decider_id, decided_at, version from strike where id = $1`,
        [strikeId],
      ),
    ).rejects.toThrow('strike_once');
  });
});

describe('an appeal', () => {
  it('is the member’s own, in words, once; a strike of another is as if it were not there', async () => {
    const { strikeId } = await missed(ada, 'ada');
    const words = 'I was there, at the back.';
    expect(await act('ada', 'appealStrike', { strikeId, words: 'No.' })).toMatchObject({ fields: [{ path: 'words' }] });
    for (const who of ['rosa', 'omar', 'uma', undefined])
      expect(await act(who, 'appealStrike', { strikeId, words })).toEqual(
        await act(who, 'appealStrike', { strikeId: missing, words }),
      );
    expect(await act('ada', 'appealStrike', { strikeId, words })).toMatchObject({ strike: { status: 'APPEALED' } });
    expect(await act('ada', 'appealStrike', { strikeId, words })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('waits with union officers whom it does not concern, and with nobody else', async () => {
    const { strikeId } = await appealed(ada, 'ada');
    const has = async (who: string | undefined) => (await appeals(who)).some(({ id }) => id === strikeId);
    expect(await has('uma')).toBe(true);
    for (const who of ['una', 'omar', 'rosa', 'ada', undefined]) expect(await has(who)).toBe(false);
    const own = await appealed(uma, 'uma');
    expect((await appeals('uma')).map(({ id }) => id)).not.toContain(own.strikeId);
    const decide = (who: string | undefined, id: string) =>
      act(who, 'decideStrikeAppeal', { strikeId: id, decision: 'EXCUSE', reasons: 'Ill.' });
    expect(await decide('una', strikeId)).toEqual(await decide('una', missing));
    expect(await decide('ada', strikeId)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide('uma', own.strikeId)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('that finds the member was there corrects the attendance, and the other services are told', async () => {
    const { strikeId, registrationId } = await appealed(ada, 'ada');
    const decide = (reasons: string) =>
      act('uma', 'decideStrikeAppeal', { strikeId, decision: 'CORRECT_ATTENDANCE', reasons });
    expect(await decide('')).toMatchObject({ fields: [{ path: 'reasons' }] });
    expect(await decide('Two people saw her.')).toMatchObject({
      strike: { status: 'WON', counts: false, viewerActions: [] },
    });
    expect(await decide('Two people saw her.')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await statusOf(registrationId)).toMatchObject({ status: 'ATTENDED', status_reason: 'Two people saw her.' });
    const told: readonly object[] = await test.dataSource.query(
      `select 1 from outbox_event where name = 'AttendanceConfirmed' and aggregate_id = $1`,
      [registrationId],
    );
    expect(told).toHaveLength(1);
    expect(await notices(strikeId)).toMatchObject([
      { data: { notice: 'STRIKE_GIVEN' } },
      { data: { notice: 'STRIKE_DECIDED', memberIds: [ada] } },
    ]);
    expect(JSON.stringify(await notices(strikeId))).not.toContain('saw');
  });

  it('that finds a good reason excuses, and one that finds none leaves the strike counting', async () => {
    const good = await appealed(ada, 'ada');
    await act('uma', 'decideStrikeAppeal', { strikeId: good.strikeId, decision: 'EXCUSE', reasons: 'Ill that day.' });
    expect(await statusOf(good.registrationId)).toMatchObject({ status: 'NO_SHOW', excused: true });
    const none = await appealed(ada, 'ada');
    expect(
      await act('uma', 'decideStrikeAppeal', {
        strikeId: none.strikeId,
        decision: 'UPHOLD',
        reasons: 'No reason given.',
      }),
    ).toMatchObject({ strike: { status: 'UPHELD', counts: true } });
    expect(await statusOf(none.registrationId)).toMatchObject({ status: 'NO_SHOW', excused: false });
  });

  it('is decided once by two who decide at the same time', async () => {
    const { strikeId } = await appealed(ada, 'ada');
    const other = await fixture.member('ulla');
    await fixture.mandate(other, 'UNION_OFFICER');
    const decide = (who: string, decision: string) =>
      act(who, 'decideStrikeAppeal', { strikeId, decision, reasons: 'As the door list says.' });
    const answers = await Promise.all([decide('uma', 'UPHOLD'), decide('ulla', 'EXCUSE')]);
    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'DecideStrikeAppealSuccess')).toHaveLength(1);
  });
});

describe('what strikes do', () => {
  it('is a delay and a lower weight, shown to their holder, and over with time', async () => {
    const carl = await fixture.member('carl');
    const { strikes } = createRepositories(test.dataSource.manager);
    const query = '{ viewer { strikeStanding { weight delayMinutes drawPercent until steps { from } } } }';
    const standing = async (who: string | undefined) => {
      const viewer = ((await test.run(who, query)).data ?? {})['viewer'] as Fields;
      return viewer['strikeStanding'];
    };
    expect(await standing('carl')).toMatchObject({ weight: 0, delayMinutes: 0, drawPercent: 100, until: null });
    expect(await standing(undefined)).toBeNull();
    await missed(carl, 'carl');
    await missed(carl, 'carl');
    const { delayMinutes, drawPercent } = strikeStepOf(4);
    expect(await standing('carl')).toMatchObject({
      weight: 4,
      delayMinutes,
      drawPercent,
      steps: currentStrikeRules.steps.map(({ from }) => ({ from })),
    });
    expect((await strikes.listWeights([carl, ada], clock.now())).get(carl)).toBe(4);
    const later = new Date(clock.now().getTime() + 300 * 86_400_000);
    expect(await strikes.listWeights([carl], later)).toEqual(new Map());
  });

  it('takes one statement for however many people', async () => {
    const { strikes } = createRepositories(test.dataSource.manager);
    const statements = await test.countStatements(() => strikes.listWeights([ada, rosa, uma], clock.now()));
    expect(statements).toHaveLength(1);
  });
});
