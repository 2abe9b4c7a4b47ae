import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import { completeFacts } from '../src/activity/risk.js';
import { createRepositories } from '../src/app.js';
import type { EvidenceKind } from '../src/approval/approval-rules.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';

const missing = '018f0000-0000-7000-8000-000000000000';
const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let ada: MemberId;
let omar: MemberId;
let uma: MemberId;
let rosa: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  uma = await fixture.member('uma');
  rosa = await fixture.member('rosa');
  const second = await fixture.member('ulla');
  group = await fixture.group(ada, omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await fixture.mandate(uma, 'UNION_OFFICER');
  await fixture.mandate(second, 'UNION_OFFICER');
});
afterAll(() => test.stop());

type Fields = Readonly<Record<string, unknown>>;
type Answer = Fields & { readonly __typename: string };

const plain: ReadonlySet<string> = new Set(['publishActivity', 'closeAttendance']);

/** Sends a mutation about an activity and returns its outcome. */
async function act(subject: string | undefined, name: string, input: Fields): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Success { activity { id status } } ... on UserError { message }
    ${plain.has(name) ? '' : '... on ValidationError { fields { path rule } }'} } }`;
  const { data, errors } = await test.run(subject, query, { input: JSON.parse(JSON.stringify(input)) });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}

const approvalFields = `approval { round noticeDays isNoticeOver lateReason approversNeeded approvalsGiven
  evidence { kind status statement link note viewerActions } judgements { kind evidenceKind note by { id } } }`;
const read = async (subject: string | undefined, id: string, fields: string): Promise<Fields> =>
  (await test.run(subject, `query ($id: ID!) { activity(id: $id) { ${fields} } }`, { id })).data?.[
    'activity'
  ] as Fields;

/** Far enough ahead for every tier's notice. */
const far = { startsAt: inHours(24 * 70), endsAt: inHours(24 * 70 + 3), registrationClosesAt: inHours(24 * 70 - 1) };
const bar = (changes: Partial<Activity> = {}): Promise<Activity> =>
  fixture.activity(group, 'DRAFT', {
    ...far,
    organiserId: ada,
    riskTier: 2,
    facts: completeFacts({ expectedAttendees: 20, alcohol: true }),
    ...changes,
  });
const say = (id: string, kind: EvidenceKind, subject = 'omar'): Promise<Answer> =>
  act(subject, 'provideEvidence', { activityId: id, kind, statement: `All there is to say of ${kind}.` });
const judge = (id: string, kind: EvidenceKind, isAccepted: boolean, note?: string): Promise<Answer> =>
  act('uma', 'judgeEvidence', { activityId: id, kind, isAccepted, note });
const barKinds: readonly EvidenceKind[] = ['RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'ALCOHOL_LICENCE'];

/** Who was told what, of everything the outbox holds about an activity. */
async function notices(activityId: string): Promise<readonly { notice: string; memberIds: readonly string[] }[]> {
  const rows: readonly { data: { notice: string; activityId: string; memberIds: readonly string[] } }[] =
    await test.dataSource.query(
      `select data from outbox_event where name = 'ActivityNotice' and data ->> 'activityId' = $1 order by position`,
      [activityId],
    );
  return rows.map(({ data }) => ({ notice: data.notice, memberIds: data.memberIds }));
}

describe('evidence', () => {
  it('is given by the team, judged item by item, and must be complete before a tier of 2 is approved', async () => {
    const { id } = await bar();
    expect(await read('ada', id, approvalFields)).toMatchObject({
      approval: {
        round: 0,
        noticeDays: 21,
        isNoticeOver: false,
        approversNeeded: 1,
        evidence: barKinds.map((kind) => ({ kind, status: 'MISSING', viewerActions: ['PROVIDE'] })),
      },
    });
    for (const kind of barKinds) expect(await say(id, kind, 'ada')).toMatchObject({ activity: { id } });
    expect(
      await act('uma', 'judgeEvidence', { activityId: id, kind: 'RISK_ASSESSMENT', isAccepted: true }),
    ).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await act('omar', 'submitActivity', { activityId: id })).toMatchObject({
      activity: { status: 'SUBMITTED' },
    });
    await judge(id, 'RISK_ASSESSMENT', true);
    expect(await judge(id, 'FIRST_AID_PLAN', false, ' ')).toMatchObject({
      fields: [{ path: 'note', rule: 'REQUIRED' }],
    });
    await judge(id, 'FIRST_AID_PLAN', false, 'Who brings the bag?');
    expect(await act('uma', 'approveActivity', { activityId: id })).toMatchObject({
      fields: [{ path: 'evidence.FIRST_AID_PLAN' }, { path: 'evidence.ALCOHOL_LICENCE', rule: 'REQUIRED' }],
    });
    expect(await say(id, 'FIRST_AID_PLAN')).toMatchObject({ activity: { id } });
    await judge(id, 'FIRST_AID_PLAN', true);
    await judge(id, 'ALCOHOL_LICENCE', true);
    expect(await judge(id, 'ALCOHOL_LICENCE', true)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('uma', 'approveActivity', { activityId: id })).toMatchObject({ activity: { status: 'APPROVED' } });
    const file = (await read('ada', id, approvalFields))['approval'] as { judgements: readonly Fields[] };
    expect(file).toMatchObject({
      round: 1,
      approvalsGiven: 1,
      evidence: [{ status: 'ACCEPTED', viewerActions: [] }, {}, {}],
    });
    expect(file.judgements.map(({ kind }) => kind)).toEqual([
      'SUBMITTED',
      'EVIDENCE_ACCEPTED',
      'EVIDENCE_RETURNED',
      'EVIDENCE_ACCEPTED',
      'EVIDENCE_ACCEPTED',
      'APPROVED',
    ]);
    expect(file.judgements[2]).toEqual({
      kind: 'EVIDENCE_RETURNED',
      evidenceKind: 'FIRST_AID_PLAN',
      note: 'Who brings the bag?',
      by: { id: uma },
    });
    expect(await notices(id)).toEqual(Array.from({ length: 5 }, () => ({ notice: 'JUDGED', memberIds: [ada] })));
  });

  it('is hidden from everybody else, and refused where it is not asked for or badly written', async () => {
    const { id } = await bar();
    const shown = await fixture.activity(group, 'PUBLISHED');
    expect(await read('rosa', shown.id, 'approval { round }')).toEqual({ approval: null });
    const evidence = { activityId: id, kind: 'RISK_ASSESSMENT', statement: 'The floor is flat and dry.' };
    const hidden = await act('rosa', 'provideEvidence', evidence);
    expect(hidden).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('rosa', 'provideEvidence', { ...evidence, activityId: missing })).toEqual(hidden);
    expect(await act('rosa', 'judgeEvidence', { activityId: id, kind: 'RISK_ASSESSMENT', isAccepted: true })).toEqual(
      hidden,
    );
    expect(await act('rosa', 'provideEvidence', { ...evidence, activityId: shown.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(
      await act('omar', 'judgeEvidence', { activityId: id, kind: 'RISK_ASSESSMENT', isAccepted: true }),
    ).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('omar', 'provideEvidence', { ...evidence, kind: 'TRAVEL_PLAN' })).toMatchObject({
      fields: [{ path: 'kind', rule: 'UNKNOWN' }],
    });
    expect(await act('omar', 'provideEvidence', { ...evidence, link: 'http://x.example' })).toMatchObject({
      fields: [{ path: 'link', rule: 'BAD_FORMAT' }],
    });
    expect(await act('omar', 'provideEvidence', { ...evidence, activityId: shown.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const waiting = await fixture.activity(group, 'SUBMITTED', { riskTier: 2 });
    expect(await judge(waiting.id, 'RISK_ASSESSMENT', true)).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('is given by one of two who write at once, and the other is told', async () => {
    const { id } = await bar();
    await say(id, 'RISK_ASSESSMENT');
    await act('omar', 'submitActivity', { activityId: id });
    const answers = await Promise.all([judge(id, 'RISK_ASSESSMENT', true), judge(id, 'RISK_ASSESSMENT', true)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'IllegalTransitionError',
      'JudgeEvidenceSuccess',
    ]);
  });
});

describe('approving', () => {
  it('takes two different people for tier 3, however often one of them tries', async () => {
    const { id } = await bar({ riskTier: 3, facts: completeFacts({ expectedAttendees: 20, minors: true }) });
    for (const kind of ['RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'EMERGENCY_PLAN', 'SAFEGUARDING_PLAN'] as const)
      await say(id, kind);
    await act('omar', 'submitActivity', { activityId: id });
    for (const kind of ['RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'EMERGENCY_PLAN', 'SAFEGUARDING_PLAN'] as const)
      await judge(id, kind, true);
    const twice = await Promise.all([
      act('uma', 'approveActivity', { activityId: id }),
      act('uma', 'approveActivity', { activityId: id }),
    ]);
    expect(twice.map(({ __typename }) => __typename).sort()).toEqual(['ApproveActivitySuccess', 'NotAllowedError']);
    expect(await read('uma', id, 'status viewerActions approval { approvalsGiven approversNeeded }')).toEqual({
      status: 'SUBMITTED',
      viewerActions: ['REQUEST_CHANGES', 'DECLINE', 'CANCEL'],
      approval: { approvalsGiven: 1, approversNeeded: 2 },
    });
    expect(await act('ulla', 'approveActivity', { activityId: id })).toMatchObject({
      activity: { status: 'APPROVED' },
    });
  });

  it('begins anew when the plan was sent back', async () => {
    const { id } = await bar({ riskTier: 3, facts: completeFacts({ expectedAttendees: 20, minors: true }) });
    for (const kind of ['RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'EMERGENCY_PLAN', 'SAFEGUARDING_PLAN'] as const)
      await say(id, kind);
    await act('omar', 'submitActivity', { activityId: id });
    for (const kind of ['RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'EMERGENCY_PLAN', 'SAFEGUARDING_PLAN'] as const)
      await judge(id, kind, true);
    await act('uma', 'approveActivity', { activityId: id });
    await act('ulla', 'requestChanges', { activityId: id, reason: 'Who is at the gate?' });
    await act('omar', 'submitActivity', { activityId: id });
    expect(await read('ada', id, 'approval { round approvalsGiven }')).toEqual({
      approval: { round: 2, approvalsGiven: 0 },
    });
    await act('ulla', 'approveActivity', { activityId: id });
    expect(await act('uma', 'approveActivity', { activityId: id })).toMatchObject({ activity: { status: 'APPROVED' } });
  });

  it('is not for who is on the team, and two approvals of one person are refused by the database', async () => {
    const { id } = await bar({ status: 'SUBMITTED', riskTier: 1, team: [{ memberId: uma, role: 'CREW' }] });
    for (const [name, input] of Object.entries({
      approveActivity: {},
      declineActivity: { reason: 'x' },
      requestChanges: { reason: 'x' },
      judgeEvidence: { kind: 'RISK_ASSESSMENT', isAccepted: true },
    }))
      expect(await act('uma', name, { activityId: id, ...input })).toMatchObject({ __typename: 'NotAllowedError' });
    const insert = `insert into judgement (id, activity_id, round, kind, member_id, judged_at) values (gen_random_uuid(), $1, 1, 'APPROVED', $2, now())`;
    await test.dataSource.query(insert, [id, rosa]);
    await expect(test.dataSource.query(insert, [id, rosa])).rejects.toThrow('judgement_one_approval_each');
  });
});

describe('notice', () => {
  it('is shown before, and what is late says why and is marked', async () => {
    const { id } = await bar({
      startsAt: inHours(24 * 10),
      endsAt: inHours(24 * 10 + 3),
      registrationClosesAt: inHours(24 * 9),
    });
    expect(await read('omar', id, 'approval { isNoticeOver }')).toEqual({ approval: { isNoticeOver: true } });
    expect(await act('omar', 'submitActivity', { activityId: id })).toMatchObject({
      fields: [{ path: 'lateReason', rule: 'REQUIRED' }],
    });
    expect(
      await act('omar', 'submitActivity', { activityId: id, lateReason: 'The band was free only now.' }),
    ).toMatchObject({
      activity: { status: 'SUBMITTED' },
    });
    expect(await read('uma', id, 'approval { lateReason }')).toEqual({
      approval: { lateReason: 'The band was free only now.' },
    });
  });

  it('that a postponement breaks sends the activity back to the judges, with its places kept and nobody let in', async () => {
    const activity = await bar({ status: 'PUBLISHED', publishedAt: inHours(-1) });
    await fixture.registration(activity, ada, 'CONFIRMED');
    const soon = { startsAt: inHours(48), endsAt: inHours(51), registrationClosesAt: inHours(47) };
    expect(await act('omar', 'postponeActivity', { activityId: activity.id, ...soon })).toMatchObject({
      fields: [{ path: 'lateReason' }],
    });
    expect(
      await act('omar', 'postponeActivity', { activityId: activity.id, ...soon, lateReason: 'The hall burnt.' }),
    ).toMatchObject({
      activity: { status: 'SUBMITTED' },
    });
    expect(await fixture.statuses(activity.id)).toEqual({ CONFIRMED: 1 });
    expect(await read(undefined, activity.id, 'status phase')).toEqual({ status: 'SUBMITTED', phase: null });
    for (const kind of barKinds) {
      await say(activity.id, kind);
      await judge(activity.id, kind, true);
    }
    expect(await act('uma', 'approveActivity', { activityId: activity.id })).toMatchObject({
      activity: { status: 'APPROVED' },
    });
    expect(await act('omar', 'publishActivity', { activityId: activity.id })).toMatchObject({
      activity: { status: 'PUBLISHED' },
    });
  });

  it('that a postponement keeps leaves the activity public', async () => {
    const activity = await bar({ status: 'PUBLISHED', publishedAt: inHours(-1) });
    const later = {
      startsAt: inHours(24 * 90),
      endsAt: inHours(24 * 90 + 2),
      registrationClosesAt: inHours(24 * 90 - 1),
    };
    expect(await act('omar', 'postponeActivity', { activityId: activity.id, ...later })).toMatchObject({
      activity: { status: 'PUBLISHED' },
    });
  });
});

describe('what was learned', () => {
  it('is written with the report, counted from the door, and shown to whoever plans next', async () => {
    const activity = await bar({
      status: 'PUBLISHED',
      publishedAt: inHours(-100),
      startsAt: inHours(-5),
      endsAt: inHours(-1),
      registrationClosesAt: inHours(-6),
      registrationOpensAt: inHours(-90),
    });
    await fixture.registration(activity, ada, 'CHECKED_IN');
    await fixture.registration(activity, rosa, 'CONFIRMED');
    expect(await act('omar', 'closeAttendance', { activityId: activity.id })).toMatchObject({
      activity: { status: 'COMPLETED' },
    });
    const report = 'Twenty came, all went well.';
    expect(
      await act('omar', 'reportActivity', { activityId: activity.id, report, toChange: 'x'.repeat(2001) }),
    ).toMatchObject({ fields: [{ path: 'toChange' }] });
    await act('omar', 'reportActivity', { activityId: activity.id, report, wentWell: 'The music.', toChange: ' ' });
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Group { lessons { wentWell toChange came missed activity { title } } } } }`;
    const lessons = async (subject: string | undefined): Promise<unknown> =>
      (await test.run(subject, query, { representations: [{ __typename: 'Group', id: group }] })).data?.['_entities'];
    const lesson = { wentWell: 'The music.', toChange: null, came: 1, missed: 1, activity: { title: activity.title } };
    expect(await lessons('ada')).toEqual([{ lessons: [lesson] }]);
    for (const subject of ['rosa', undefined]) expect(await lessons(subject)).toEqual([{ lessons: [] }]);
  });

  it('is asked for shortly before the report is due, unless it is written by then', async () => {
    const open = await bar({
      status: 'COMPLETED',
      publishedAt: inHours(-100),
      team: [{ memberId: omar, role: 'LEAD' }],
    });
    const done = await fixture.activity(group, 'REPORTED');
    for (const { id } of [done, open])
      await test.dataSource.query("select graphile_worker.add_job('remind-report', payload := $1::json)", [
        JSON.stringify({ activityId: id, _due: inHours(-1).toISOString() }),
      ]);
    await waitFor('both jobs have run', async () => {
      const due: readonly unknown[] = await test.dataSource.query(
        "select 1 from graphile_worker.jobs where task_identifier = 'remind-report' and key is null",
      );
      return due.length === 0;
    });
    expect(await notices(open.id)).toEqual([{ notice: 'TASK_DUE', memberIds: [ada, omar] }]);
    expect(await notices(done.id)).toEqual([]);
  });
});

describe('calling an activity off', () => {
  it('ends all that hangs on it at once: places without strikes, bookings, and whoever waited is told', async () => {
    const activity = await bar({
      status: 'PUBLISHED',
      publishedAt: inHours(-1),
      startsAt: inHours(2),
      endsAt: inHours(4),
      registrationClosesAt: inHours(1),
    });
    for (const memberId of [ada, omar]) await fixture.registration(activity, memberId, 'CONFIRMED');
    await fixture.registration(activity, rosa, 'WAITLISTED');
    await test.run(
      'uma',
      `mutation ($id: ID!) { addVenue(input: { name: "Cellar", place: "Below", capacity: 30, accessFeatures: [], bookedBy: GROUP_OFFICERS,
      openingHours: [${[1, 2, 3, 4, 5, 6, 7].map((day) => `{ weekday: ${day}, opensAt: "00:00", closesAt: "24:00" }`).join(' ')}] }) { __typename } }`.replace(
        '($id: ID!) ',
        '',
      ),
    );
    const { data } = await test.run('omar', '{ venues(search: "Cellar") { edges { node { id } } } }');
    const venueId = (data as { venues: { edges: readonly { node: { id: string } }[] } }).venues.edges[0]?.node.id;
    const booked = await test.run(
      'omar',
      'mutation ($input: BookForActivityInput!) { bookForActivity(input: $input) { __typename } }',
      { input: { activityId: activity.id, venueId } },
    );
    expect(booked.data).toEqual({ bookForActivity: { __typename: 'BookForActivitySuccess' } });
    expect(await act('omar', 'cancelActivity', { activityId: activity.id, reason: 'Storm.' })).toMatchObject({
      activity: { status: 'CANCELLED' },
    });
    expect(await fixture.statuses(activity.id)).toEqual({ VOID: 3 });
    expect(await createRepositories(test.dataSource.manager).bookings.listOfActivities([activity.id])).toMatchObject([
      { status: 'RELEASED' },
    ]);
    expect(await test.dataSource.query('select 1 from strike where activity_id = $1', [activity.id])).toEqual([]);
    const told: readonly { data: { memberIds: readonly string[] } }[] = await test.dataSource.query(
      `select data from outbox_event where name = 'ActivityChanged' and data ->> 'activityId' = $1`,
      [activity.id],
    );
    expect(told.flatMap(({ data: { memberIds } }) => memberIds).sort()).toEqual([ada, omar, rosa].sort());
  });
});

describe('the planner', () => {
  it('counts members in common from five on, and never fewer', async () => {
    const crowd = await fixture.crowd('planner', 6);
    const [ours, close, distant] = [
      await fixture.group(...crowd),
      await fixture.group(...crowd.slice(0, 5)),
      await fixture.group(...crowd.slice(0, 4)),
    ];
    await fixture.mandate(omar, 'TREASURER', ours);
    const at = { startsAt: inHours(200), endsAt: inHours(203), kind: 'TRAINING' as const };
    const [near, far] = [
      await fixture.activity(close, 'PUBLISHED', at),
      await fixture.activity(distant, 'PUBLISHED', { ...at, kind: 'SPORT' }),
    ];
    await fixture.activity(close, 'DRAFT', at);
    const input = {
      groupId: ours,
      kind: 'MEETING',
      startsAt: inHours(201),
      endsAt: inHours(202),
      facts: { expectedAttendees: 20, alcohol: true },
    };
    const query = `query ($input: PlanPreviewInput!) { planPreview(input: $input) { riskTier noticeDays isNoticeOver approversNeeded evidence
      clashes { weight isVenueTaken periods { kind } shared { sharedMembers activity { id } } sameKind { sharedMembers activity { id } } betterTimes { startsAt weight sharedCount } } } }`;
    const preview = async (subject: string | undefined, changes: Fields = {}): Promise<unknown> =>
      (await test.run(subject, query, { input: JSON.parse(JSON.stringify({ ...input, ...changes })) })).data?.[
        'planPreview'
      ];
    expect(await preview('omar')).toMatchObject({
      riskTier: 2,
      noticeDays: 21,
      isNoticeOver: true,
      approversNeeded: 1,
      evidence: [...barKinds],
      clashes: {
        shared: [{ sharedMembers: 5, activity: { id: near.id } }],
        sameKind: [],
        isVenueTaken: null,
        periods: [],
      },
    });
    expect(await preview('omar', { kind: 'SPORT' })).toMatchObject({
      clashes: { sameKind: [{ sharedMembers: null, activity: { id: far.id } }] },
    });
    expect(await preview('omar', { endsAt: inHours(200) })).toMatchObject({ clashes: { weight: 0, betterTimes: [] } });
    for (const subject of ['rosa', undefined]) expect(await preview(subject)).toBeNull();
  });

  it('shows its clashes on a draft to its people alone, without the draft itself and what it booked', async () => {
    const draft = await fixture.activity(group, 'SUBMITTED', { startsAt: inHours(500), endsAt: inHours(502) });
    expect(await read('uma', draft.id, 'clashes { weight shared { sharedMembers } isVenueTaken }')).toEqual({
      clashes: { weight: 0, shared: [], isVenueTaken: null },
    });
    const shown = await fixture.activity(group, 'PUBLISHED', { startsAt: inHours(500), endsAt: inHours(502) });
    expect(await read('rosa', shown.id, 'clashes { weight }')).toEqual({ clashes: null });
    expect(await read('omar', draft.id, 'clashes { shared { activity { id } sharedMembers } }')).toEqual({
      clashes: { shared: [{ activity: { id: shown.id }, sharedMembers: null }] },
    });
  });
});

describe('the queue of approvals', () => {
  it('needs as many statements for many activities as for one', async () => {
    const club = await fixture.group();
    for (let index = 0; index < 4; index += 1) {
      const { id } = await fixture.activity(club, 'SUBMITTED', { organiserId: ada, riskTier: 2 });
      await say(id, 'RISK_ASSESSMENT', 'ulla');
    }
    const query = `query ($groupId: ID!, $first: Int!) { activities(groupId: $groupId, status: SUBMITTED, first: $first) { edges { node { id viewerActions ${approvalFields} } } } }`;
    const count = async (first: number): Promise<number> =>
      (await test.countStatements(() => test.run('uma', query, { groupId: club, first }))).length;
    expect(await count(4)).toBe(await count(1));
  });
});
