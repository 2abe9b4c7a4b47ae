import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, waitFor, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture } from './fixture.js';

// Far ahead of any machine's own clock, so that no job of a window comes by itself.
const start = '2126-10-05T09:00:00.000Z';
const inHours = (hours: number): Date => new Date(Date.parse(start) + hours * 3_600_000);
const clock = new TestClock(start);
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let omar: MemberId;
let crew: MemberId;
let guests: readonly MemberId[];

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  omar = await fixture.member('omar');
  crew = await fixture.member('crew');
  await fixture.member('ada');
  const uma = await fixture.member('uma');
  guests = await fixture.crowd('guest', 9);
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
  await test.dataSource.query('update actor_mandate set ends_at = $1', [inHours(9999)]);
});
afterAll(() => test.stop());
beforeEach(() => clock.set(start));

const give = `mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { __typename ... on UserError { message }
  ... on IllegalTransitionError { state } ... on ValidationError { fields { path } }
  ... on GiveFeedbackSuccess { activity { feedback { viewerAnswer { rating text } } } } } }`;
const close = 'mutation ($input: CloseAttendanceInput!) { closeAttendance(input: $input) { __typename } }';
const see = `query ($id: ID!) { activity(id: $id) { feedback { closesAt isOpen viewerActions viewerAnswer { rating text }
  summary { askedCount answersMin answerCount ratings { rating count } texts(first: 100) { edges { node { text } } } } } } }`;
type Seen = {
  readonly closesAt: string;
  readonly isOpen: boolean;
  readonly viewerActions: readonly string[];
  readonly viewerAnswer: { readonly rating: number; readonly text: string } | null;
  readonly summary: {
    readonly answerCount: number | null;
    readonly ratings: readonly { readonly rating: number; readonly count: number }[] | null;
    readonly texts: { readonly edges: readonly { readonly node: { readonly text: string } }[] };
  } | null;
};

const soon = {
  startsAt: inHours(72),
  endsAt: inHours(75),
  registrationOpensAt: inHours(-24),
  registrationClosesAt: inHours(71),
} as const;

/** An activity that was held, whose attendance omar has just closed. */
async function held(attendees = 9, of = group): Promise<Activity> {
  const activity = await fixture.activity(of, 'PUBLISHED', {
    startsAt: inHours(-5),
    endsAt: inHours(-1),
    registrationOpensAt: inHours(-50),
    registrationClosesAt: inHours(-5),
  });
  for (const guest of guests.slice(0, attendees)) await fixture.registration(activity, guest, 'CHECKED_IN');
  const { data } = await test.run('omar', close, { input: { activityId: activity.id } });
  expect(data).toEqual({ closeAttendance: { __typename: 'CloseAttendanceSuccess' } });
  return activity;
}
const answer = async (subject: string | undefined, activityId: string, rating = 4, text = '') =>
  (await test.run(subject, give, { input: { activityId, rating, text } })).data?.['giveFeedback'] as Readonly<
    Record<string, unknown>
  >;
const feedbackOf = async (subject: string, activityId: string): Promise<Seen> => {
  const { data, errors } = await test.run(subject, see, { id: activityId });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const activity = data?.['activity'] as { feedback: Seen };
  return activity.feedback;
};
/** Lets the platform close the window at the instant it was to. */
async function closeWindow(activityId: string, at: Date): Promise<void> {
  await test.dataSource.query(
    `select graphile_worker.add_job('close-feedback', json_build_object('activityId', $1::text, '_due', $2::text), run_at := now(), job_key := $3)`,
    [activityId, at.toISOString(), `close-feedback:${activityId}`],
  );
  await waitFor('the window is closed', async () => {
    const rows: readonly unknown[] = await test.dataSource.query(
      'select 1 from feedback_window where activity_id = $1 and closed_at is not null',
      [activityId],
    );
    return rows.length === 1;
  });
}
describe('feedback', () => {
  const end = inHours(14 * 24);

  it('is asked of everybody who attended for fourteen days, and of nobody else', async () => {
    const activity = await held(3);
    const [asked]: readonly { data: { memberIds: string[] } }[] = await test.dataSource.query(
      `select data from outbox_event where name = 'ActivityNotice' and data->>'notice' = 'FEEDBACK_ASKED' and data->>'activityId' = $1`,
      [activity.id],
    );
    expect(asked?.data.memberIds.toSorted()).toEqual(guests.slice(0, 3).toSorted());
    const [window]: readonly { closes_at: Date; asked_count: number }[] = await test.dataSource.query(
      'select closes_at, asked_count from feedback_window where activity_id = $1',
      [activity.id],
    );
    expect(window).toEqual({ closes_at: end, asked_count: 3 });
  });

  it('is one answer a member, which can be changed until the window closes', async () => {
    const activity = await held();
    await answer('guest0', activity.id, 2, ' Too loud. ');
    expect(await answer('guest0', activity.id, 3, 'Loud, but fun.')).toEqual({
      __typename: 'GiveFeedbackSuccess',
      activity: { feedback: { viewerAnswer: { rating: 3, text: 'Loud, but fun.' } } },
    });
    expect(await feedbackOf('guest0', activity.id)).toMatchObject({
      isOpen: true,
      viewerActions: ['GIVE'],
      summary: null,
    });
    await Promise.all([1, 2, 3, 4, 5].map((rating) => answer('guest1', activity.id, rating)));
    const rows: readonly { member_id: string }[] = await test.dataSource.query(
      'select member_id from feedback where activity_id = $1',
      [activity.id],
    );
    expect(rows.map(({ member_id }) => member_id).toSorted()).toEqual(guests.slice(0, 2).toSorted());
    clock.set(end.toISOString());
    expect(await answer('guest0', activity.id)).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'CLOSED',
    });
    expect(await feedbackOf('guest0', activity.id)).toMatchObject({ isOpen: false, viewerActions: [] });
  });

  it('fails in every expected way', async () => {
    const activity = await held();
    const published = await fixture.activity(group, 'PUBLISHED', soon);
    const completed = await fixture.activity(group, 'COMPLETED', {
      startsAt: inHours(-9),
      endsAt: inHours(-8),
      registrationOpensAt: inHours(-20),
      registrationClosesAt: inHours(-9),
    });
    await fixture.registration(completed, guests[0] ?? omar, 'ATTENDED');
    const draft = await fixture.activity(group, 'DRAFT');
    expect((await answer('ada', activity.id))['__typename']).toBe('NotAllowedError');
    expect((await answer(undefined, activity.id))['__typename']).toBe('NotAllowedError');
    expect((await answer('guest0', published.id))['__typename']).toBe('NotAllowedError');
    expect((await answer('guest0', draft.id))['__typename']).toBe('NotFoundError');
    expect(await answer('guest0', completed.id)).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'NOT_ASKED',
    });
    expect(await answer('guest0', activity.id, 6, 'x'.repeat(2001))).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'rating' }, { path: 'text' }],
    });
  });

  it('shows organisers nothing while people answer, and nothing at all of four', async () => {
    const activity = await held();
    for (let index = 0; index < 4; index += 1) await answer(`guest${index}`, activity.id, 5, `Words ${index}`);
    const nothing = { askedCount: 9, answersMin: 5, answerCount: null, ratings: null, texts: { edges: [] } };
    expect((await feedbackOf('omar', activity.id)).summary).toEqual(nothing);
    await closeWindow(activity.id, end);
    expect((await feedbackOf('omar', activity.id)).summary).toEqual(nothing);
    expect((await feedbackOf('guest0', activity.id)).summary).toBeNull();
  });

  it('shows organisers the distribution and the texts of five', async () => {
    const activity = await held();
    for (let index = 0; index < 9; index += 1)
      await answer(`guest${index}`, activity.id, 1 + (index % 3), index < 4 ? `Words ${index}` : '');
    await closeWindow(activity.id, end);
    for (const subject of ['omar', 'uma']) {
      const { summary } = await feedbackOf(subject, activity.id);
      expect(summary?.answerCount).toBe(9);
      expect(summary?.ratings?.map(({ count }) => count)).toEqual([3, 3, 3, 0, 0]);
      expect(summary?.texts.edges.map(({ node }) => node.text).toSorted()).toEqual([
        'Words 0',
        'Words 1',
        'Words 2',
        'Words 3',
      ]);
    }
  });

  it('leaves nothing that links an answer with its member once the window is closed', async () => {
    const activity = await held();
    for (let index = 0; index < 9; index += 1) await answer(`guest${index}`, activity.id, 3, `Words ${index}`);
    const before: readonly { id: string }[] = await test.dataSource.query(
      'select id from feedback where activity_id = $1',
      [activity.id],
    );
    await closeWindow(activity.id, end);
    const after: readonly Readonly<Record<string, unknown>>[] = await test.dataSource.query(
      'select f.*, f.xmin::text as written_by from feedback f where activity_id = $1',
      [activity.id],
    );
    const earlier = new Set(before.map(({ id }) => id));
    expect(after).toHaveLength(9);
    for (const row of after) {
      expect(Object.keys(row).toSorted()).toEqual(['activity_id', 'body', 'id', 'member_id', 'rating', 'written_by']);
      expect(row['member_id']).toBeNull();
      expect(earlier.has(String(row['id']))).toBe(false);
    }
    // One transaction wrote them all, so not even their order on disk tells who came first.
    expect(new Set(after.map((row) => row['written_by'])).size).toBe(1);
    const kept: readonly { data: unknown }[] = await test.dataSource.query(
      'select data from outbox_event where aggregate_id = $1',
      [activity.id],
    );
    expect(JSON.stringify(kept)).not.toContain('Words');
    for (const guest of ['guest0', 'guest8']) expect((await feedbackOf(guest, activity.id)).viewerAnswer).toBeNull();
  });

  it('is closed once, at its end and not before', async () => {
    const activity = await held(5);
    for (let index = 0; index < 5; index += 1) await answer(`guest${index}`, activity.id);
    await closeWindow(activity.id, end);
    const [first]: readonly { closed_at: Date }[] = await test.dataSource.query(
      'select closed_at from feedback_window where activity_id = $1',
      [activity.id],
    );
    await test.dataSource.query(
      `select graphile_worker.add_job('close-feedback', json_build_object('activityId', $1::text, '_due', $2::text), run_at := now(), job_key := 'again')`,
      [activity.id, inHours(999).toISOString()],
    );
    await waitFor('the job is done', async () => {
      const waiting: readonly unknown[] = await test.dataSource.query(
        `select 1 from graphile_worker.jobs where key = 'again'`,
      );
      return waiting.length === 0;
    });
    const [second]: readonly { closed_at: Date }[] = await test.dataSource.query(
      'select closed_at from feedback_window where activity_id = $1',
      [activity.id],
    );
    expect(second).toEqual(first);
    expect(first?.closed_at).toEqual(end);
  });
});

describe('a choice about photos', () => {
  const choose = `mutation ($input: ChoosePhotosInput!) { choosePhotos(input: $input) { __typename ... on ChoosePhotosSuccess { registration { photoChoice } } } }`;
  const photos = `query ($id: ID!) { activity(id: $id) { photoCounts { yes no askMe open } photoRefusals(first: 10) { edges { node { id photoChoice } } } } }`;
  const choosing = async (subject: string | undefined, registrationId: string, choice = 'NO') =>
    (await test.run(subject, choose, { input: { registrationId, choice } })).data?.['choosePhotos'];

  it('is counted for organisers, and who said no is named to the team and the officers of the group alone', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', { team: [{ memberId: crew, role: 'CREW' }] });
    const places = [];
    for (const guest of guests.slice(0, 5)) places.push(await fixture.registration(activity, guest, 'CONFIRMED'));
    const ids = places.map(({ id }) => id);
    for (const [index, choice] of ['NO', 'YES', 'ASK_ME', 'YES'].entries())
      await choosing(`guest${index}`, ids[index] ?? '', choice);
    expect(await choosing('guest1', ids[1] ?? '', 'NO')).toEqual({
      __typename: 'ChoosePhotosSuccess',
      registration: { photoChoice: 'NO' },
    });
    const counts = { yes: 1, no: 2, askMe: 1, open: 1 };
    const seenBy = async (subject: string) => (await test.run(subject, photos, { id: activity.id })).data?.['activity'];
    const refusals = { edges: ids.slice(0, 2).map((id) => ({ node: { id, photoChoice: 'NO' } })) };
    expect(await seenBy('omar')).toEqual({ photoCounts: counts, photoRefusals: refusals });
    expect(await seenBy('crew')).toEqual({ photoCounts: counts, photoRefusals: refusals });
    expect(await seenBy('uma')).toEqual({ photoCounts: counts, photoRefusals: { edges: [] } });
    expect(await seenBy('guest0')).toEqual({ photoCounts: null, photoRefusals: { edges: [] } });
  });

  it('fails in every expected way', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', soon);
    const place = await fixture.registration(activity, guests[0] ?? omar, 'CONFIRMED');
    const gone = await fixture.registration(activity, guests[1] ?? omar, 'CANCELLED');
    expect(await choosing('guest2', place.id)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await choosing(undefined, place.id)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await choosing('omar', place.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await choosing('guest1', gone.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
});

describe('thanks', () => {
  const thank = `mutation ($input: ThankCrewInput!) { thankCrew(input: $input) { __typename ... on LimitReachedError { limit }
    ... on ThankCrewSuccess { thanks { id text giver { id } } } } }`;
  const read = 'query ($id: ID!) { activity(id: $id) { canThank thanks { text } } }';
  const over = () =>
    fixture.activity(group, 'COMPLETED', {
      startsAt: inHours(-9),
      endsAt: inHours(-8),
      registrationOpensAt: inHours(-20),
      registrationClosesAt: inHours(-9),
      team: [{ memberId: crew, role: 'CREW' }],
    });
  const thanking = async (
    subject: string | undefined,
    activityId: string,
    text = 'You were great.',
    idempotencyKey?: string,
  ) =>
    (await test.run(subject, thank, { input: { activityId, text, idempotencyKey } })).data?.['thankCrew'] as Readonly<
      Record<string, unknown>
    >;

  it('reach the team, are read by it alone, and are given once for one key', async () => {
    const activity = await over();
    const first = await thanking('omar', activity.id, ' You were great. ', 'thanks');
    expect(first).toMatchObject({
      __typename: 'ThankCrewSuccess',
      thanks: { text: 'You were great.', giver: { id: omar } },
    });
    expect(await thanking('omar', activity.id, ' You were great. ', 'thanks')).toEqual(first);
    const told: readonly { data: { memberIds: string[] } }[] = await test.dataSource.query(
      `select data from outbox_event where data->>'notice' = 'THANKED' and data->>'activityId' = $1`,
      [activity.id],
    );
    expect(told.map(({ data }) => data.memberIds)).toEqual([[crew]]);
    const readBy = async (subject: string) => (await test.run(subject, read, { id: activity.id })).data?.['activity'];
    expect(await readBy('crew')).toEqual({ canThank: false, thanks: [{ text: 'You were great.' }] });
    expect(await readBy('omar')).toEqual({ canThank: true, thanks: [{ text: 'You were great.' }] });
    expect(await readBy('guest0')).toEqual({ canThank: false, thanks: [] });
  });

  it('fail in every expected way', async () => {
    const activity = await over();
    const future = await fixture.activity(group, 'PUBLISHED', soon);
    const hidden = await fixture.activity(await fixture.group(), 'DRAFT');
    expect((await thanking('crew', activity.id))['__typename']).toBe('NotAllowedError');
    expect((await thanking(undefined, activity.id))['__typename']).toBe('NotAllowedError');
    expect((await thanking('omar', hidden.id))['__typename']).toBe('NotFoundError');
    expect((await thanking('omar', future.id))['__typename']).toBe('IllegalTransitionError');
    expect((await thanking('omar', activity.id, ' '))['__typename']).toBe('ValidationError');
    expect((await thanking('omar', activity.id, 'Thanks.', 'k'.repeat(101)))['__typename']).toBe('ValidationError');
    for (let index = 0; index < 10; index += 1) await thanking('omar', activity.id, `Thanks ${index}`, `key ${index}`);
    expect(await thanking('omar', activity.id)).toMatchObject({ __typename: 'LimitReachedError', limit: 10 });
    expect((await thanking('omar', activity.id, 'Others', 'key 1'))['__typename']).toBe('ConflictError');
  });
});

describe('a list of activities that are over', () => {
  it('asks for what comes after all of them at once', async () => {
    const club = await fixture.group();
    await fixture.mandate(omar, 'PRESIDENT', club);
    await test.dataSource.query('update actor_mandate set ends_at = $1', [inHours(9999)]);
    for (let index = 0; index < 8; index += 1) await held(1, club);
    const query = `query ($first: Int!, $club: ID!) { activities(first: $first, groupId: $club, from: "2126-10-01T00:00:00Z") { edges { node {
      canThank thanks { text } photoCounts { no }
      feedback { isOpen viewerActions viewerAnswer { rating } summary { askedCount ratings { count } } } } } } }`;
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('omar', query, { first, club }))).length;
    // Which loads share a tick depends on which answer comes first, so one statement more or less is no growth.
    expect(Math.abs((await statements(8)) - (await statements(2)))).toBeLessThanOrEqual(1);
  });
});
