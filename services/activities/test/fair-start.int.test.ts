import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commitmentOf, drawPlaces } from '@guildhall/lot';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { GroupId } from '../src/references/group.js';
import { FairStartActs, mutations, type FairStartAnswer } from './fair-start-acts.js';
import { activities, Fixture, inHours } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let acts: FairStartActs;
let group: GroupId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  acts = new FairStartActs(test, fixture);
  const omar = await fixture.member('omar');
  for (const subject of ['ada', 'rosa', 'uma']) await fixture.member(subject);
  await fixture.crowd('friend', 12);
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
});
afterAll(() => test.stop());
beforeEach(() => clock.set(testStart));

const faraway = (day: number): string => new Date(Date.UTC(2126, 2, day)).toISOString();

describe('planning a fair start', () => {
  const plan = (subject: string, activityId: string, opens = 1, closes = 5) =>
    acts.act(subject, 'planFairStart', { activityId, opensAt: faraway(opens), closesAt: faraway(closes) });
  const inYears = {
    registrationOpensAt: new Date(faraway(6)),
    registrationClosesAt: new Date(faraway(7)),
    startsAt: new Date(faraway(8)),
    endsAt: new Date(faraway(9)),
  };

  it('publishes the commitment of a seed at once, keeps the seed to itself, and sets the draw for the end of the window', async () => {
    const activity = await fixture.activity(group, 'DRAFT', inYears);
    expect(await plan('omar', activity.id)).toMatchObject({
      __typename: 'PlanFairStartSuccess',
      activity: { fairStart: { phase: 'PLANNED', seed: null } },
    });
    const seen = await acts.see('omar', activity.id);
    const [kept]: readonly { seed: string }[] = await test.dataSource.query(
      'select seed from fair_start_seed where activity_id = $1',
      [activity.id],
    );
    expect(seen.fairStart.commitment).toBe(commitmentOf(kept?.seed ?? ''));
    const jobs: readonly { run_at: Date }[] = await test.dataSource.query(
      'select run_at from graphile_worker.jobs where key = $1',
      [`draw-places:${activity.id}`],
    );
    expect(jobs.map(({ run_at }) => run_at.toISOString())).toEqual([faraway(5)]);
  });

  it('keeps the seed and the commitment when the window moves, and moves the draw', async () => {
    const activity = await fixture.activity(group, 'PUBLISHED', inYears);
    await plan('omar', activity.id);
    const { commitment } = (await acts.see('omar', activity.id)).fairStart;
    await plan('omar', activity.id, 2, 4);
    expect((await acts.see(undefined, activity.id)).fairStart.commitment).toBe(commitment);
    const jobs: readonly { run_at: Date }[] = await test.dataSource.query(
      'select run_at from graphile_worker.jobs where key = $1',
      [`draw-places:${activity.id}`],
    );
    expect(jobs.map(({ run_at }) => run_at.toISOString())).toEqual([faraway(4)]);
  });

  it('fails in every expected way', async () => {
    const open = await fixture.activity(group, 'PUBLISHED');
    const hidden = await fixture.activity(await fixture.group(), 'DRAFT', inYears);
    const future = await fixture.activity(group, 'PUBLISHED', inYears);
    expect((await plan('ada', future.id)).__typename).toBe('NotAllowedError');
    expect((await plan('ada', hidden.id)).__typename).toBe('NotFoundError');
    expect((await plan('omar', open.id)).__typename).toBe('IllegalTransitionError');
    expect(await plan('omar', future.id, 3, 7)).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'closesAt' }],
    });
  });

  it('keeps the plan from opening registration before the draw', async () => {
    const activity = await acts.activity(group);
    const edited = await test.run(
      'omar',
      'mutation ($input: EditActivityInput!) { editActivity(input: $input) { __typename ... on ValidationError { fields { path } } } }',
      { input: { activityId: activity.id, changes: { registrationOpensAt: inHours(2).toISOString() } } },
    );
    expect(edited.data).toEqual({
      editActivity: { __typename: 'ValidationError', fields: [{ path: 'registrationOpensAt' }] },
    });
  });
});

describe('entering', () => {
  it('is one entry however often one asks, and can be taken back and made again', async () => {
    const { id: activityId } = await acts.activity(group);
    const first = await acts.act('ada', 'enterDraw', { activityId, idempotencyKey: 'a' });
    expect(first).toMatchObject({ __typename: 'EnterDrawSuccess', registration: { status: 'ENTERED' } });
    expect(await acts.act('ada', 'enterDraw', { activityId, idempotencyKey: 'a' })).toEqual(first);
    expect(await acts.act('ada', 'enterDraw', { activityId })).toEqual(first);
    expect((await acts.see('ada', activityId)).fairStartActions).toEqual(['LEAVE_DRAW']);
    const left = await acts.act('ada', 'leaveDraw', { registrationId: first.registration?.id });
    expect(left).toMatchObject({ __typename: 'LeaveDrawSuccess', registration: { status: 'WITHDRAWN' } });
    expect((await acts.see('ada', activityId)).fairStart).toMatchObject({ entryCount: 0, viewerEntry: null });
    expect((await acts.act('ada', 'enterDraw', { activityId })).__typename).toBe('EnterDrawSuccess');
    expect(await acts.see(undefined, activityId)).toMatchObject({
      phase: 'COLLECTING',
      fairStartActions: [],
      fairStart: { entryCount: 1, peopleCount: 1, viewerEntry: null },
    });
  });

  it('takes the key of an entry for that entry only', async () => {
    const one = await acts.activity(group);
    const other = await acts.activity(group);
    await acts.act('rosa', 'enterDraw', { activityId: one.id, idempotencyKey: 'k' });
    expect((await acts.act('rosa', 'enterDraw', { activityId: other.id, idempotencyKey: 'k' })).__typename).toBe(
      'ConflictError',
    );
    expect(
      (await acts.act('rosa', 'enterDraw', { activityId: one.id, idempotencyKey: 'x'.repeat(101) })).__typename,
    ).toBe('ValidationError');
  });

  it('is refused before and after the window, without a fair start, to who has a place or was removed, and to strangers', async () => {
    const activity = await acts.activity(group);
    const enter = (subject: string | undefined, activityId = activity.id) =>
      acts.act(subject, 'enterDraw', { activityId });
    await fixture.registration(activity, await fixture.member('seated'), 'CONFIRMED');
    await fixture.registration(activity, await fixture.member('removed'), 'REMOVED');
    expect(await enter('seated')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'CONFIRMED' });
    expect(await enter('removed')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'REMOVED' });
    expect((await enter(undefined)).__typename).toBe('NotAllowedError');
    expect((await enter('ada', (await fixture.activity(group, 'DRAFT')).id)).__typename).toBe('NotFoundError');
    expect(await enter('ada', (await fixture.activity(group, 'PUBLISHED')).id)).toMatchObject({ state: 'NONE' });
    clock.set(inHours(-2).toISOString());
    expect(await enter('ada')).toMatchObject({ state: 'PLANNED' });
    clock.set(inHours(24).toISOString());
    expect(await enter('ada')).toMatchObject({ state: 'CLOSED' });
  });

  it('answers for a hidden activity as for a missing one', async () => {
    const hidden = await fixture.activity(await fixture.group(), 'DRAFT');
    const ask = (activityId: string) => test.run('ada', mutations.enterDraw, { input: { activityId } });
    expect((await ask(hidden.id)).data).toEqual((await ask('0198b2f0-0000-7000-8000-000000000001')).data);
  });

  it('keeps first come first served closed until the draw is made', async () => {
    const activity = await acts.activity(group);
    clock.set(inHours(26).toISOString());
    const register = () =>
      test.run(
        'uma',
        'mutation ($input: RegisterForActivityInput!) { registerForActivity(input: $input) { __typename } }',
        {
          input: { activityId: activity.id },
        },
      );
    expect((await register()).data).toEqual({ registerForActivity: { __typename: 'IllegalTransitionError' } });
    await acts.draw(activity);
    expect((await register()).data).toEqual({ registerForActivity: { __typename: 'RegisterForActivitySuccess' } });
  });
});

describe('a party', () => {
  it('grows by the own act of whoever has the invitation, which only its people see', async () => {
    const { id: activityId } = await acts.activity(group);
    const inviteCode = await acts.party(activityId, ['friend0', 'friend1', 'friend2']);
    const seen = (await acts.see('friend2', activityId)).fairStart;
    expect(seen).toMatchObject({ entryCount: 1, peopleCount: 3, viewerEntry: { inviteCode } });
    expect(seen.viewerEntry?.people).toHaveLength(3);
    expect((await acts.see('omar', activityId)).fairStart.viewerEntry).toBeNull();
    const again = await acts.act('friend2', 'joinParty', { inviteCode });
    expect(again.registration?.id).toBe(seen.viewerEntry?.registration.id);
    await acts.act('friend1', 'leaveDraw', {
      registrationId: (await acts.see('friend1', activityId)).fairStart.viewerEntry?.registration.id,
    });
    expect((await acts.see('friend0', activityId)).fairStart).toMatchObject({ peopleCount: 2 });
  });

  it('of one who entered alone cannot be joined, and one that everybody left is gone', async () => {
    const { id: activityId } = await acts.activity(group);
    await acts.act('ada', 'enterDraw', { activityId });
    expect((await acts.see('ada', activityId)).fairStart.viewerEntry?.inviteCode).toBeNull();
    const inviteCode = await acts.party(activityId, ['friend0']);
    await acts.act('friend0', 'leaveDraw', {
      registrationId: (await acts.see('friend0', activityId)).fairStart.viewerEntry?.registration.id,
    });
    expect((await acts.act('rosa', 'joinParty', { inviteCode })).__typename).toBe('NotFoundError');
  });

  it('fails to be joined in every expected way', async () => {
    const { id: activityId } = await acts.activity(group);
    const inviteCode = await acts.party(
      activityId,
      Array.from({ length: 8 }, (_unused, index) => `friend${index}`),
    );
    const join = (subject: string | undefined, code = inviteCode) =>
      acts.act(subject, 'joinParty', { inviteCode: code });
    expect(await join('friend9')).toMatchObject({ __typename: 'LimitReachedError', limit: 8 });
    expect((await join(undefined)).__typename).toBe('NotAllowedError');
    expect((await join('ada', '0198b2f0-0000-7000-8000-000000000001')).__typename).toBe('NotFoundError');
    await acts.act('ada', 'enterDraw', { activityId });
    expect(await join('ada')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'ENTERED' });
    expect((await acts.act('ada', 'joinParty', { inviteCode, idempotencyKey: 'x'.repeat(101) })).__typename).toBe(
      'ValidationError',
    );
    await acts.act('rosa', 'enterDraw', { activityId, idempotencyKey: 'both' });
    expect((await acts.act('rosa', 'joinParty', { inviteCode, idempotencyKey: 'both' })).__typename).toBe(
      'ConflictError',
    );
    clock.set(inHours(24).toISOString());
    expect(await join('friend10')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'CLOSED' });
  });

  it('is not larger than the places there are', async () => {
    const { id: activityId } = await acts.activity(group, { capacity: 2 });
    const inviteCode = await acts.party(activityId, ['friend0', 'friend1']);
    expect(await acts.act('friend2', 'joinParty', { inviteCode })).toMatchObject({ limit: 2 });
  });
});

describe('leaving', () => {
  it('fails in every expected way', async () => {
    const activity = await acts.activity(group);
    const entered = await acts.act('ada', 'enterDraw', { activityId: activity.id });
    const registrationId = entered.registration?.id;
    const leave = (subject: string, id = registrationId) => acts.act(subject, 'leaveDraw', { registrationId: id });
    expect((await leave('rosa')).__typename).toBe('NotFoundError');
    expect((await leave('omar')).__typename).toBe('NotAllowedError');
    clock.set(inHours(24).toISOString());
    expect(await leave('ada')).toMatchObject({ __typename: 'IllegalTransitionError', state: 'CLOSED' });
  });
});

describe('a draw', () => {
  it('gives out the places, orders those who wait, tells everybody, and is found equal by whoever recounts it', async () => {
    const activity = await acts.activity(group, { capacity: 5 });
    await acts.party(activity.id, ['friend0', 'friend1', 'friend2', 'friend3']);
    await acts.party(activity.id, ['friend4', 'friend5']);
    for (const subject of ['friend6', 'friend7', 'friend8', 'ada'])
      await acts.act(subject, 'enterDraw', { activityId: activity.id });
    await acts.draw(activity);

    const { fairStart } = await acts.see('ada', activity.id);
    expect(fairStart).toMatchObject({
      phase: 'DRAWN',
      places: 5,
      entryCount: 6,
      peopleCount: 10,
      drawnAt: inHours(24).toISOString(),
    });
    const entries = fairStart.entries.edges.map(({ node }) => node);
    const seed = fairStart.seed ?? '';
    const again = drawPlaces({
      entries: entries.map(({ id, size, tickets }) => ({ id, size, tickets })),
      places: 5,
      seed,
    });
    expect(commitmentOf(seed)).toBe(fairStart.commitment);
    expect(entries.map(({ id, number, isPlaced }) => ({ id, number, isPlaced }))).toEqual(again);
    expect(entries.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(entries.every(({ tickets }) => tickets === 8)).toBe(true);
    const own = entries.find(({ id }) => id === fairStart.viewerEntry?.id);
    expect(own).toMatchObject({ size: 1, ...fairStart.viewerEntry?.drawn });

    const taken = entries.filter(({ isPlaced }) => isPlaced).reduce((sum, { size }) => sum + size, 0);
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: taken, WAITLISTED: 10 - taken });
    const waiting: readonly { party_id: string }[] = await test.dataSource.query(
      `select party_id from registration where activity_id = $1 and status = 'WAITLISTED' order by priority, draw_number, queued_at, id`,
      [activity.id],
    );
    expect([...new Set(waiting.map(({ party_id }) => party_id))]).toEqual(
      entries.filter(({ isPlaced }) => !isPlaced).map(({ id }) => id),
    );
    const told: readonly { data: { memberIds: string[]; notice: string } }[] = await test.dataSource.query(
      `select data from outbox_event where name = 'ActivityNotice' and data->>'sourceId' = $1`,
      [activity.id],
    );
    expect(told.map(({ data }) => [data.notice, data.memberIds.length])).toEqual([['DRAWN', 10]]);
  });

  it('gives first-timers and earlier losers more tickets, and those with strikes fewer', async () => {
    const [veteran, loser, striker] = [
      await fixture.member('veteran'),
      await fixture.member('loser'),
      await fixture.member('striker'),
    ];
    const before = await fixture.activity(group, 'COMPLETED', {
      startsAt: inHours(-500),
      endsAt: inHours(-499),
      registrationOpensAt: inHours(-600),
      registrationClosesAt: inHours(-510),
    });
    for (const member of [veteran, loser, striker]) await fixture.registration(before, member, 'ATTENDED');
    const lost = await acts.activity(group, { capacity: 1 });
    for (const subject of ['friend9', 'loser']) await acts.act(subject, 'enterDraw', { activityId: lost.id });
    await acts.draw(lost);
    const won = (await acts.see('loser', lost.id)).fairStart.viewerEntry?.drawn?.isPlaced ?? true;
    await test.dataSource.query(
      `insert into strike (id, member_id, registration_id, activity_id, kind, weight, status, given_at, expires_at, appeal_until, rules_version, version)
       select gen_random_uuid(), $1, id, activity_id, 'NO_SHOW', 5, 'GIVEN', $2, $3, $3, 1, 1 from registration where member_id = $1`,
      [striker, inHours(-400), inHours(400)],
    );
    const activity = await acts.activity(group);
    const subjects = ['veteran', 'loser', 'striker', 'uma'];
    for (const subject of subjects) await acts.act(subject, 'enterDraw', { activityId: activity.id });
    await acts.draw(activity);
    const tickets = await Promise.all(
      subjects.map(async (subject) => {
        const { fairStart } = await acts.see(subject, activity.id);
        return fairStart.entries.edges.find(({ node }) => node.id === fairStart.viewerEntry?.id)?.node.tickets;
      }),
    );
    expect(tickets).toEqual([4, won ? 4 : 6, 2, 8]);
  });

  it('of an activity that was called off draws nobody', async () => {
    const activity = await acts.activity(group);
    await acts.act('ada', 'enterDraw', { activityId: activity.id });
    await test.run('omar', 'mutation ($input: CancelActivityInput!) { cancelActivity(input: $input) { __typename } }', {
      input: { activityId: activity.id, reason: 'Storm.' },
    });
    await acts.draw(activity);
    expect(await fixture.statuses(activity.id)).toEqual({ VOID: 1 });
  });

  it('that comes too early, because its window was moved, changes nothing', async () => {
    const activity = await acts.activity(group);
    await acts.act('ada', 'enterDraw', { activityId: activity.id });
    await acts.draw({ ...activity, collectionClosesAt: inHours(23) });
    expect((await acts.see('ada', activity.id)).fairStart).toMatchObject({ seed: null, drawnAt: null });
  });

  it('shows nothing of its entries before it is made, and pages them afterwards', async () => {
    const activity = await acts.activity(group, { capacity: 3 });
    for (let index = 0; index < 7; index += 1)
      await acts.act(`friend${index}`, 'enterDraw', { activityId: activity.id });
    expect((await acts.see('friend1', activity.id)).fairStart.entries.edges).toEqual([]);
    await acts.draw(activity);
    const all = (await acts.see(undefined, activity.id)).fairStart.entries.edges.map(({ node }) => node.id);
    const page = `query ($id: ID!, $after: String) { activity(id: $id) { fairStart { entries(first: 3, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } } } }`;
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await test.run(undefined, page, { id: activity.id, after });
      const seen = data?.['activity'] as { fairStart: FairStartAnswer };
      const { entries } = seen.fairStart;
      paged.push(...entries.edges.map(({ node }) => node.id));
      after = entries.pageInfo.endCursor;
      more = entries.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(all);
    expect(all).toHaveLength(7);
  });
});

describe('a list of activities with fair starts', () => {
  it('asks for all of them at once', async () => {
    const query = `query ($first: Int!) { activities(first: $first, from: "2026-10-01T00:00:00Z") { edges { node { fairStartActions
      fairStart { phase entryCount peopleCount viewerEntry { id drawn { rank } } } } } } }`;
    const statements = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('ada', query, { first }))).length;
    // Which loads share a tick depends on which answer comes first, so one statement more or less is no growth.
    expect(Math.abs((await statements(12)) - (await statements(2)))).toBeLessThanOrEqual(1);
  });
});
