import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
const members: Record<string, MemberId> = {};

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  for (const name of ['ada', 'omar', 'uma', 'rosa', 'ben']) members[name] = await fixture.member(name);
  group = await fixture.group(id('ada'), id('omar'));
  await fixture.mandate(id('omar'), 'PRESIDENT', group);
  await fixture.mandate(id('uma'), 'UNION_OFFICER');
});
afterAll(() => test.stop());

function id(name: string): MemberId {
  const found = members[name];
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

type Fields = Readonly<Record<string, unknown>>;
type Thing = { readonly id: string } & Fields;
type Answer = { readonly __typename: string } & Readonly<Record<string, Thing>>;

/** What each mutation answers with, and the fields that are read of it. */
const answers: Readonly<Record<string, readonly [string, string]>> = {
  TeamPlace: ['place', 'id role status viewerActions ledAt'],
  TeamTask: ['task', 'id status isBlocked waitsFor viewerActions owner { id }'],
  RunItem: ['item', 'id warnings endsAt'],
  BudgetLine: ['line', 'id planned actual'],
  ActivityTemplate: ['template', 'id name isUnionWide taskCount runSheetCount viewerActions'],
  Activity: ['activity', 'id'],
};
const answerOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['askOntoTeam', 'acceptTeamPlace', 'declineTeamPlace', 'leaveTeam', 'removeFromTeam', 'correctLeading'].map(
      (name) => [name, 'TeamPlace'],
    ),
  ),
  ...Object.fromEntries(
    ['planTask', 'editTask', 'claimTask', 'startTask', 'finishTask', 'reopenTask', 'dropTask'].map((name) => [
      name,
      'TeamTask',
    ]),
  ),
  addRunItem: 'RunItem',
  editRunItem: 'RunItem',
  addBudgetLine: 'BudgetLine',
  editBudgetLine: 'BudgetLine',
  saveTemplate: 'ActivityTemplate',
  retireTemplate: 'ActivityTemplate',
};

/** Sends a mutation of organising and returns its outcome. */
async function act(subject: string | undefined, name: string, input: Fields): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const [field, fields] = answers[answerOf[name] ?? 'Activity'] ?? ['', ''];
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Success { ${field} { ${fields} } } ... on UserError { message } } }`;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}
const plans = async (subject: string | undefined, activityId: string, fields: string): Promise<Fields | null> => {
  const { data, errors } = await test.run(
    subject,
    `query ($id: ID!) { activity(id: $id) { organising { ${fields} } } }`,
    { id: activityId },
  );
  expect(errors).toBeUndefined();
  return (data?.['activity'] as { organising: Fields | null } | null)?.organising ?? null;
};
const led = (changes: Partial<Activity> = {}, status: Activity['status'] = 'DRAFT'): Promise<Activity> =>
  fixture.activity(group, status, { team: [{ memberId: id('ada'), role: 'LEAD' }], ...changes });
const task = async (activity: Activity, title: string, more: Fields = {}): Promise<string> =>
  (await act('ada', 'planTask', { activityId: activity.id, title, ...more }))['task']?.id ?? '';
const told = async (type: string): Promise<readonly Fields[]> =>
  (await test.dataSource.query('select data from outbox_event where name = $1 order by position', [type])).map(
    ({ data }: { data: Fields }) => data,
  );
/** What owners were told of a task being theirs; a reminder may come at any time, because the machine's clock is ahead. */
const assigned = async (taskId: string): Promise<readonly Fields[]> =>
  (await told('ActivityNotice')).filter(({ notice, sourceId }) => notice === 'TASK_ASSIGNED' && sourceId === taskId);

describe('a team', () => {
  it('begins with whoever drafts, asks, and has whoever says yes themselves', async () => {
    const plan = {
      groupId: group,
      title: 'Games night',
      summary: 'Bring a game, or play ours.',
      kind: 'SOCIAL',
      place: 'Union Hall',
      startsAt: inHours(48),
      endsAt: inHours(51),
      registrationOpensAt: inHours(-1),
      registrationClosesAt: inHours(47),
      facts: { expectedAttendees: 20 },
    };
    const activityId = (await act('ada', 'draftActivity', plan))['activity']?.id ?? '';
    expect(await plans('ada', activityId, 'viewerActions team { role status member { id } viewerActions }')).toEqual({
      viewerActions: ['ASK_ONTO_TEAM', 'PLAN'],
      team: [{ role: 'LEAD', status: 'ON_TEAM', member: { id: id('ada') }, viewerActions: [] }],
    });
    const asked = await act('ada', 'askOntoTeam', { activityId, memberId: id('rosa'), role: 'CREW' });
    expect(asked).toMatchObject({ place: { status: 'ASKED', viewerActions: ['REMOVE'] } });
    const placeId = asked['place']?.id;
    expect(await plans('rosa', activityId, 'viewerActions')).toBeNull();
    const own = 'query { viewer { teamPlaces { edges { node { id status activity { title } viewerActions } } } } }';
    expect((await test.run('rosa', own)).data).toEqual({
      viewer: {
        teamPlaces: {
          edges: [
            {
              node: {
                id: placeId,
                status: 'ASKED',
                activity: { title: 'Games night' },
                viewerActions: ['ACCEPT', 'DECLINE'],
              },
            },
          ],
        },
      },
    });
    expect(await act('ada', 'acceptTeamPlace', { placeId })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('rosa', 'acceptTeamPlace', { placeId })).toMatchObject({ place: { status: 'ON_TEAM' } });
    expect(await act('rosa', 'acceptTeamPlace', { placeId })).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await plans('rosa', activityId, 'viewerActions team { role }')).toEqual({
      viewerActions: [],
      team: [{ role: 'LEAD' }, { role: 'CREW' }],
    });
    expect(await act('rosa', 'leaveTeam', { placeId, reason: ' ' })).toMatchObject({ __typename: 'ValidationError' });
    expect(await act('rosa', 'leaveTeam', { placeId, reason: 'Exams.' })).toMatchObject({ place: { status: 'LEFT' } });
    expect(await act('rosa', 'declineTeamPlace', { placeId })).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('keeps its last lead, and frees what those who go had to do', async () => {
    const activity = await led();
    const [lead] = await test.dataSource.query('select id from team_place where activity_id = $1', [activity.id]);
    expect(await act('ada', 'leaveTeam', { placeId: lead.id, reason: 'Ill.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('omar', 'removeFromTeam', { placeId: lead.id, reason: 'Ill.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const placeId = (await act('omar', 'askOntoTeam', { activityId: activity.id, memberId: id('ben'), role: 'LEAD' }))[
      'place'
    ]?.id;
    await act('ben', 'acceptTeamPlace', { placeId });
    const taskId = await task(activity, 'Book the hall', { ownerId: id('ben') });
    await act('ada', 'addRunItem', {
      activityId: activity.id,
      title: 'Doors',
      startsAt: activity.startsAt,
      minutes: 30,
      memberId: id('ben'),
    });
    expect(await act('omar', 'removeFromTeam', { placeId, reason: 'Moved away.' })).toMatchObject({
      place: { status: 'REMOVED' },
    });
    expect(await plans('ada', activity.id, 'tasks { id owner { id } } runSheet { member { id } }')).toEqual({
      tasks: [{ id: taskId, owner: null }],
      runSheet: [{ member: null }],
    });
  });

  it('asks nobody twice, nobody unknown, and nobody too many', async () => {
    const activity = await led();
    const ask = (memberId: string) => act('ada', 'askOntoTeam', { activityId: activity.id, memberId, role: 'CREW' });
    expect(
      await act('ben', 'askOntoTeam', { activityId: activity.id, memberId: id('ben'), role: 'CREW' }),
    ).toMatchObject({ __typename: 'NotFoundError' });
    expect(await ask(missing)).toMatchObject({ __typename: 'NotFoundError' });
    const both = await Promise.all([ask(id('rosa')), ask(id('rosa'))]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AskOntoTeamSuccess', 'ConflictError']);
    const crowd = await fixture.crowd('team', 58);
    await test.dataSource.query(
      `insert into team_place (id, activity_id, member_id, role, status, asked_at, version)
       select gen_random_uuid(), $1, m, 'CREW', 'ASKED', now(), 1 from unnest($2::uuid[]) m`,
      [activity.id, crowd],
    );
    expect(await ask(id('ben'))).toMatchObject({ __typename: 'LimitReachedError' });
    const open = await led({}, 'PUBLISHED');
    expect(await act('ben', 'askOntoTeam', { activityId: open.id, memberId: id('ben'), role: 'LEAD' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const over = await led({}, 'COMPLETED');
    expect(await act('ada', 'askOntoTeam', { activityId: over.id, memberId: id('ben'), role: 'CREW' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('is told of again when it changes while the activity is public, so that who cares for welfare sees needs', async () => {
    const activity = await led({}, 'PUBLISHED');
    const news = async () => (await told('ActivityScheduled')).filter(({ activityId }) => activityId === activity.id);
    const asked = await act('ada', 'askOntoTeam', {
      activityId: activity.id,
      memberId: id('rosa'),
      role: 'WELFARE_LEAD',
    });
    expect(await news()).toEqual([]);
    const placeId = asked['place']?.id;
    await act('rosa', 'acceptTeamPlace', { placeId });
    expect(await news()).toMatchObject([{ isOpen: true, teamIds: [id('ada')], welfareLeadIds: [id('rosa')] }]);
    await act('rosa', 'leaveTeam', { placeId, reason: 'Exams.' });
    expect((await news()).at(-1)).toMatchObject({ isOpen: true, teamIds: [id('ada')], welfareLeadIds: [] });
    const draft = await led();
    const { place } = await act('ada', 'askOntoTeam', {
      activityId: draft.id,
      memberId: id('rosa'),
      role: 'WELFARE_LEAD',
    });
    await act('rosa', 'acceptTeamPlace', { placeId: place?.id });
    expect((await told('ActivityScheduled')).filter(({ activityId }) => activityId === draft.id)).toEqual([]);
  });

  it('has led once attendance is closed, until somebody without a part in it finds otherwise', async () => {
    const activity = await led({ startsAt: inHours(-5), endsAt: inHours(-2) }, 'PUBLISHED');
    await act('omar', 'closeAttendance', { activityId: activity.id });
    const news = (await told('ActivityLed')).filter(({ activityId }) => activityId === activity.id);
    expect(news).toEqual([
      {
        activityId: activity.id,
        memberId: id('ada'),
        role: 'LEAD',
        activityKind: activity.kind,
        groupId: activity.groupId,
        ledAt: testStart,
      },
    ]);
    const [{ id: placeId }] = await test.dataSource.query('select id from team_place where activity_id = $1', [
      activity.id,
    ]);
    expect(await act('omar', 'correctLeading', { placeId, reason: 'It was ben.' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await act('uma', 'correctLeading', { placeId, reason: '' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await act('uma', 'correctLeading', { placeId, reason: 'It was ben.' })).toMatchObject({
      place: { ledAt: null },
    });
    expect(await act('uma', 'correctLeading', { placeId, reason: 'It was ben.' })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await told('ActivityLedVoided')).toEqual([
      { activityId: activity.id, memberId: id('ada'), voidedAt: testStart },
    ]);
  });
});

describe('tasks', () => {
  it('wait for others, go from hand to hand, and tell their owner', async () => {
    const activity = await led({
      team: [
        { memberId: id('ada'), role: 'LEAD' },
        { memberId: id('ben'), role: 'CREW' },
      ],
    });
    const first = await task(activity, 'Book the hall', { dueAt: inHours(30) });
    const second = await task(activity, 'Print posters', { ownerId: id('ben'), dueAt: inHours(40), needs: [first] });
    expect(await assigned(second)).toEqual([
      { notice: 'TASK_ASSIGNED', sourceId: second, activityId: activity.id, memberIds: [id('ben')], toldAt: testStart },
    ]);
    expect(await act('ben', 'startTask', { taskId: second })).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('ben', 'finishTask', { taskId: first })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('ben', 'claimTask', { taskId: first })).toMatchObject({
      task: { owner: { id: id('ben') }, isBlocked: false },
    });
    expect(await act('ada', 'claimTask', { taskId: first })).toMatchObject({ __typename: 'IllegalTransitionError' });
    const mine =
      'query { viewer { teamTasks(first: 1) { edges { node { id isBlocked isLate } } pageInfo { hasNextPage endCursor } } } }';
    const page = (await test.run('ben', mine)).data as { viewer: { teamTasks: { pageInfo: { endCursor: string } } } };
    expect(page).toMatchObject({
      viewer: { teamTasks: { edges: [{ node: { id: first } }], pageInfo: { hasNextPage: true } } },
    });
    const next = await test.run(
      'ben',
      'query ($after: String) { viewer { teamTasks(after: $after) { edges { node { id } } } } }',
      { after: page.viewer.teamTasks.pageInfo.endCursor },
    );
    expect(next.data).toEqual({ viewer: { teamTasks: { edges: [{ node: { id: second } }] } } });
    expect(await act('ben', 'finishTask', { taskId: first })).toMatchObject({ task: { status: 'DONE' } });
    expect(await act('ben', 'startTask', { taskId: second })).toMatchObject({
      task: { status: 'DOING', isBlocked: false },
    });
    expect(await act('ada', 'reopenTask', { taskId: first })).toMatchObject({ task: { status: 'OPEN' } });
    expect(await plans('ben', activity.id, 'tasks { id isBlocked waitsFor }')).toEqual({
      tasks: [
        { id: first, isBlocked: false, waitsFor: [] },
        { id: second, isBlocked: true, waitsFor: [first] },
      ],
    });
    expect(await act('ada', 'dropTask', { taskId: first })).toMatchObject({ task: { status: 'DROPPED' } });
    expect(await act('ben', 'finishTask', { taskId: second })).toMatchObject({ task: { status: 'DONE' } });
    expect(await act('ada', 'editTask', { taskId: second, changes: { title: 'Print' } })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('that are still to be done are dropped with the activity, and what was done stays', async () => {
    const activity = await led({}, 'PUBLISHED');
    const other = await led();
    const [open, doing, done] = [
      await task(activity, 'Open'),
      await task(activity, 'Begun'),
      await task(activity, 'Done'),
    ];
    await task(other, 'Of another activity');
    await act('ada', 'startTask', { taskId: doing });
    await act('ada', 'finishTask', { taskId: done });
    expect(await act('omar', 'cancelActivity', { activityId: activity.id, reason: 'Storm.' })).toMatchObject({
      __typename: 'CancelActivitySuccess',
    });
    expect(await plans('ada', activity.id, 'tasks { id status }')).toEqual({
      tasks: [
        { id: open, status: 'DROPPED' },
        { id: doing, status: 'DROPPED' },
        { id: done, status: 'DONE' },
      ],
    });
    expect(await plans('ada', other.id, 'tasks { status }')).toEqual({ tasks: [{ status: 'OPEN' }] });
  });

  it('never wait for themselves, whoever links them at the same time', async () => {
    const activity = await led();
    const [a, b, c] = [await task(activity, 'First'), await task(activity, 'Second'), await task(activity, 'Third')];
    const link = (taskId: string, needs: readonly string[]) => act('ada', 'editTask', { taskId, changes: { needs } });
    expect(await link(b, [a])).toMatchObject({ __typename: 'EditTaskSuccess' });
    expect(await link(c, [b])).toMatchObject({ __typename: 'EditTaskSuccess' });
    for (const needs of [[a], [b], [c], [missing]])
      expect(await link(a, needs)).toMatchObject({ __typename: 'ValidationError' });
    for (let round = 0; round < 8; round += 1) {
      const [d, e] = [await task(activity, 'Left'), await task(activity, 'Right')];
      const both = await Promise.all([link(d, [e]), link(e, [d])]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['EditTaskSuccess', 'ValidationError']);
    }
    const [{ circles }] = await test.dataSource.query(
      `with recursive r(id, needs_id) as (select task_id, needs_id from team_task_need union select r.id, n.needs_id from r join team_task_need n on n.task_id = r.needs_id)
       select count(*)::int as circles from r where id = needs_id`,
    );
    expect(circles).toBe(0);
  });

  it('remind whoever owns them a day before, at the stated instant, and nobody of what is done', async () => {
    const activity = await led({
      team: [
        { memberId: id('ada'), role: 'LEAD' },
        { memberId: id('ben'), role: 'CREW' },
      ],
    });
    const due = await task(activity, 'Book', { ownerId: id('ben'), dueAt: inHours(48) });
    const reminders = async () =>
      (await told('ActivityNotice')).filter(({ notice, sourceId }) => notice === 'TASK_DUE' && sourceId === due);
    await waitFor('the reminder', async () => (await reminders()).length > 0);
    expect(await reminders()).toEqual([
      {
        notice: 'TASK_DUE',
        sourceId: due,
        activityId: activity.id,
        memberIds: [id('ben')],
        toldAt: inHours(24).toISOString(),
      },
    ]);
    const far = inHours(24 * 3650);
    const done = await task(activity, 'Print', { ownerId: id('ben'), dueAt: far });
    const waiting = (): Promise<readonly unknown[]> =>
      test.dataSource.query('select run_at from graphile_worker.jobs where key = $1', [`remind-task:${done}`]);
    expect(await waiting()).toEqual([{ run_at: inHours(24 * 3649) }]);
    await act('ada', 'editTask', { taskId: done, changes: { dueAt: inHours(24 * 3651) } });
    expect(await waiting()).toEqual([{ run_at: inHours(24 * 3650) }]);
    await act('ben', 'finishTask', { taskId: done });
    expect(await waiting()).toEqual([]);
  });

  it('are ordered whole, and hidden like missing ones', async () => {
    const activity = await led();
    const ids = [await task(activity, 'First'), await task(activity, 'Second')];
    const order = (taskIds: readonly string[]) => act('ada', 'orderTasks', { activityId: activity.id, taskIds });
    expect(await order([...ids].reverse())).toMatchObject({ __typename: 'OrderTasksSuccess' });
    expect(await plans('ada', activity.id, 'tasks { id }')).toEqual({
      tasks: [...ids].reverse().map((taskId) => ({ id: taskId })),
    });
    for (const broken of [ids.slice(1), [...ids, ids[0] ?? ''], [missing, ...ids.slice(1)]])
      expect(await order(broken)).toMatchObject({ __typename: 'ValidationError' });
    for (const name of ['claimTask', 'startTask', 'finishTask', 'reopenTask', 'dropTask']) {
      const hidden = await act('rosa', name, { taskId: ids[0] });
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(await act('rosa', name, { taskId: missing })).toEqual(hidden);
    }
    expect(await act('ada', 'planTask', { activityId: activity.id, title: 'X', ownerId: id('rosa') })).toMatchObject({
      __typename: 'ValidationError',
    });
    await test.dataSource.query(
      `insert into team_task (id, activity_id, title, notes, position, status, rules_version, version)
       select gen_random_uuid(), $1, 'Many', '', n, 'DONE', 1, 1 from generate_series(3, 200) n`,
      [activity.id],
    );
    expect(await act('ada', 'planTask', { activityId: activity.id, title: 'One more' })).toMatchObject({
      __typename: 'LimitReachedError',
    });
  });
});

describe('the run sheet', () => {
  it('warns of overlaps and of what lies outside, refuses who is not on the team, and is hidden from others', async () => {
    const activity = await led();
    const add = (subject: string, more: Fields = {}) =>
      act(subject, 'addRunItem', {
        activityId: activity.id,
        title: 'Sound check',
        startsAt: activity.startsAt,
        minutes: 30,
        memberId: id('ada'),
        ...more,
      });
    const itemId = (await add('ada'))['item']?.id;
    expect(await add('ada', { minutes: 10 })).toMatchObject({ item: { warnings: ['OVERLAPS_OF_PERSON'] } });
    expect(await add('ada', { memberId: id('ben') })).toMatchObject({ __typename: 'ValidationError' });
    expect(await add('rosa')).toMatchObject({ __typename: 'NotFoundError' });
    const early = new Date(activity.startsAt.getTime() - 60_000);
    expect(await act('ada', 'editRunItem', { itemId, changes: { startsAt: early, memberId: null } })).toMatchObject({
      item: { warnings: ['OUTSIDE_ACTIVITY'] },
    });
    expect(await act('ada', 'editRunItem', { itemId, changes: { minutes: 0 } })).toMatchObject({
      __typename: 'ValidationError',
    });
    for (const name of ['editRunItem', 'removeRunItem']) {
      const more = name === 'editRunItem' ? { changes: {} } : {};
      const hidden = await act('rosa', name, { itemId, ...more });
      expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
      expect(await act('rosa', name, { itemId: missing, ...more })).toEqual(hidden);
    }
    expect(await act('ada', 'removeRunItem', { itemId })).toMatchObject({ __typename: 'RemoveRunItemSuccess' });
    expect(await plans('omar', activity.id, 'runSheet { id }')).toMatchObject({ runSheet: [{}] });
  });
});

describe('the budget', () => {
  const money =
    'budget { askedAmount approvedAmount allowedAmount state expectedExpense plannedIncome lines { planned actual } }';
  it('is approved with the activity and refuses what goes beyond it, also when two spend at once', async () => {
    const activity = await led({
      status: 'SUBMITTED',
      riskTier: 1,
      facts: {
        expectedAttendees: 20,
        budget: 20_000,
        externalSpeaker: false,
        offCampus: false,
        overnight: false,
        alcohol: false,
        contractor: false,
        minors: false,
      },
    });
    const add = (planned: number, kind = 'EXPENSE') =>
      act('ada', 'addBudgetLine', { activityId: activity.id, kind, title: 'Hall', planned });
    expect(await plans('uma', activity.id, money)).toMatchObject({
      budget: { askedAmount: 20_000, approvedAmount: null, state: 'NOT_APPROVED' },
    });
    await test.dataSource.query(
      'insert into budget (activity_id, approved_amount, approved_at, rules_version) values ($1, 20000, now(), 1)',
      [activity.id],
    );
    expect(await add(15_000)).toMatchObject({ __typename: 'AddBudgetLineSuccess' });
    await add(90_000, 'INCOME');
    const both = await Promise.all([add(6_000), add(6_000)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AddBudgetLineSuccess', 'OverBudgetError']);
    expect(await plans('omar', activity.id, money)).toMatchObject({
      budget: {
        approvedAmount: 20_000,
        allowedAmount: 22_000,
        state: 'ABOVE_APPROVED',
        expectedExpense: 21_000,
        plannedIncome: 90_000,
      },
    });
    const [{ id: lineId }] = await test.dataSource.query(
      "select id from budget_line where activity_id = $1 and kind = 'EXPENSE' order by id limit 1",
      [activity.id],
    );
    expect(await act('ada', 'editBudgetLine', { lineId, changes: { actual: 16_001 } })).toMatchObject({
      __typename: 'OverBudgetError',
    });
    expect(
      await act('ada', 'editBudgetLine', { lineId, changes: { actual: 14_000, receiptNote: 'Folder 3' } }),
    ).toMatchObject({ line: { actual: 14_000 } });
    expect(await act('ada', 'editBudgetLine', { lineId, changes: { planned: -1 } })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await plans('rosa', activity.id, money)).toBeNull();
    const hidden = await act('rosa', 'removeBudgetLine', { lineId });
    expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('rosa', 'removeBudgetLine', { lineId: missing })).toEqual(hidden);
    expect(await act('ada', 'removeBudgetLine', { lineId })).toMatchObject({ __typename: 'RemoveBudgetLineSuccess' });
  });

  it('of a small activity is what it asked for, from when it is published', async () => {
    const activity = await led({
      facts: {
        expectedAttendees: 20,
        budget: 500,
        externalSpeaker: false,
        offCampus: false,
        overnight: false,
        alcohol: false,
        contractor: false,
        minors: false,
      },
    });
    await act('omar', 'submitActivity', { activityId: activity.id });
    expect(await plans('ada', activity.id, money)).toMatchObject({
      budget: { approvedAmount: 500, allowedAmount: 550, state: 'WITHIN' },
    });
  });
});

describe('templates', () => {
  it('keep a plan without its people, and make a draft of it once a key', async () => {
    const activity = await led({ title: 'Spring play' });
    const first = await task(activity, 'Book the hall', {
      ownerId: id('ada'),
      dueAt: new Date(activity.startsAt.getTime() - 3_600_000),
    });
    await task(activity, 'Print posters', { needs: [first] });
    await act('ada', 'addRunItem', {
      activityId: activity.id,
      title: 'Doors',
      startsAt: activity.startsAt,
      minutes: 30,
    });
    const save = { activityId: activity.id, name: 'Our play', isUnionWide: false };
    expect(await act('ada', 'saveTemplate', save)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('rosa', 'saveTemplate', save)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('omar', 'saveTemplate', { ...save, name: '' })).toMatchObject({ __typename: 'ValidationError' });
    expect(await act('omar', 'saveTemplate', { ...save, isUnionWide: true })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const saved = await act('omar', 'saveTemplate', save);
    expect(saved).toMatchObject({
      template: { name: 'Our play', isUnionWide: false, taskCount: 2, runSheetCount: 1, viewerActions: ['RETIRE'] },
    });
    await act('uma', 'saveTemplate', { ...save, name: 'For all', isUnionWide: true });
    const templateId = saved['template']?.id;
    const list =
      'query ($id: ID!) { _entities(representations: [{ __typename: "Group", id: $id }]) { ... on Group { activityTemplates { edges { node { name viewerActions } } } } } }';
    expect((await test.run('ada', list, { id: group })).data).toEqual({
      _entities: [
        {
          activityTemplates: {
            edges: [
              { node: { name: 'For all', viewerActions: [] } },
              { node: { name: 'Our play', viewerActions: [] } },
            ],
          },
        },
      ],
    });
    expect((await test.run('rosa', list, { id: group })).data).toEqual({
      _entities: [{ activityTemplates: { edges: [] } }],
    });
    const startsAt = inHours(240);
    const draft = { templateId, groupId: group, startsAt, idempotencyKey: 'once' };
    const made = await act('ada', 'draftFromTemplate', draft);
    expect(await act('ada', 'draftFromTemplate', draft)).toEqual(made);
    expect(
      await plans(
        'ada',
        made['activity']?.id ?? '',
        'team { role } tasks { title dueAt isBlocked owner { id } } runSheet { title startsAt }',
      ),
    ).toEqual({
      team: [{ role: 'LEAD' }],
      tasks: [
        { title: 'Book the hall', dueAt: inHours(239).toISOString(), isBlocked: false, owner: null },
        { title: 'Print posters', dueAt: null, isBlocked: true, owner: null },
      ],
      runSheet: [{ title: 'Doors', startsAt: startsAt.toISOString() }],
    });
    const hidden = await act('rosa', 'draftFromTemplate', { templateId, groupId: group, startsAt });
    expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('rosa', 'draftFromTemplate', { templateId: missing, groupId: group, startsAt })).toEqual(hidden);
    expect(await act('ada', 'draftFromTemplate', { templateId, groupId: group, startsAt: inHours(-99) })).toMatchObject(
      { __typename: 'ValidationError' },
    );
    expect(await act('ada', 'draftFromTemplate', { templateId, groupId: missing, startsAt })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await act('ada', 'retireTemplate', { templateId })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('omar', 'retireTemplate', { templateId })).toMatchObject({ template: { viewerActions: [] } });
    expect(await act('omar', 'retireTemplate', { templateId })).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('rosa', 'retireTemplate', { templateId })).toMatchObject({ __typename: 'NotFoundError' });
  });
});

it('plans of two tasks and of twenty cost the same number of statements', async () => {
  const activity = await led();
  const everything =
    'viewerActions team { viewerActions activity { id } } tasks { isBlocked waitsFor needs viewerActions } runSheet { warnings } budget { state lines { id } }';
  const fill = async (count: number): Promise<number> => {
    for (let number = 0; number < count; number += 1) {
      await task(activity, `Task ${number}`);
      await act('ada', 'addRunItem', {
        activityId: activity.id,
        title: 'Line',
        startsAt: activity.startsAt,
        minutes: 5,
      });
    }
    return (await test.countStatements(() => plans('ada', activity.id, everything))).length;
  };
  const few = await fill(2);
  expect(await fill(18)).toBe(few);
});
