import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { graceMs, type Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  await fixture.appointment('sys', 'ADMIN');
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const facts = {
  studentNumber: 'N100',
  displayName: 'Nia',
  faculty: 'Arts',
  programme: 'BA History',
  level: 'UNDERGRADUATE',
  year: 1,
};
const errors = '... on UserError { message ... on ValidationError { fields { path } } }';
const member = 'member { id status statusReason statusUntil displayName studentNumber }';
const apply = `mutation ($input: ApplyForMembershipInput!) { answer: applyForMembership(input: $input) { __typename ... on ApplyForMembershipSuccess { ${member} } ${errors} } }`;
const leave = `mutation { answer: leaveUnion(input: { confirm: true }) { __typename ... on LeaveUnionSuccess { ${member} } ${errors} } }`;
const step = (name: string) => {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ... on ${type}Success { ${member} } ${errors} } }`;
};
const record = '{ viewer { member { id } memberRecord { status statusReason statusUntil viewerActions } } }';

async function answer(subject: string | undefined, query: string, input?: object): Promise<unknown> {
  const { data, errors: failures } = await test.run(subject, query, input === undefined ? {} : { input });
  expect(failures).toBeUndefined();
  return data?.['answer'];
}

async function applicant(subject: string, changes: object = {}): Promise<string> {
  const applied = (await answer(subject, apply, { ...facts, studentNumber: `N-${subject}`, ...changes })) as {
    member: { id: string };
  };
  return applied.member.id;
}

async function eventsOf(id: string): Promise<readonly string[]> {
  const rows: readonly { name: string; status: string }[] = await test.dataSource.query(
    `select name, data->>'status' as status from outbox_event where aggregate_id = $1 order by sequence`,
    [id],
  );
  return rows.map(({ name, status }) => `${name} ${status}`);
}

async function runDue(key: string): Promise<void> {
  await test.dataSource.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
    [key],
  );
}

async function statusOf({ id }: Pick<Member, 'id'>): Promise<string | undefined> {
  const [row]: { status: string }[] = await test.dataSource.query('select status from member where id = $1', [id]);
  return row?.status;
}

describe('an application', () => {
  it('waits for the register, shows its state to the applicant, and makes a member', async () => {
    expect(await answer('nia', apply, facts)).toMatchObject({
      __typename: 'ApplyForMembershipSuccess',
      member: { status: 'APPLIED', displayName: 'Nia' },
    });
    expect((await test.run('nia', record)).data).toEqual({
      viewer: {
        member: null,
        memberRecord: { status: 'APPLIED', statusReason: null, statusUntil: null, viewerActions: [] },
      },
    });
    const { data } = await test.run(
      'sys',
      '{ members(status: APPLIED) { edges { node { id displayName studentNumber faculty viewerActions } } } }',
    );
    const edges = (data?.['members'] as { edges: { node: { id: string } }[] } | undefined)?.edges;
    expect(edges).toMatchObject([
      { node: { displayName: 'Nia', studentNumber: 'N100', faculty: 'Arts', viewerActions: ['VERIFY', 'REJECT'] } },
    ]);
    const id = edges?.[0]?.node.id ?? '';
    expect(await answer('nia', step('verifyMember'), { memberId: id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await answer('sys', step('verifyMember'), { memberId: id })).toMatchObject({
      __typename: 'VerifyMemberSuccess',
      member: { status: 'ACTIVE' },
    });
    expect(await answer('sys', step('verifyMember'), { memberId: id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect((await test.run('nia', '{ viewer { member { displayName viewerActions } } }')).data).toEqual({
      viewer: { member: { displayName: 'Nia', viewerActions: ['LAPSE', 'EDIT_PROFILE'] } },
    });
    expect(await eventsOf(id)).toEqual(['MemberRegistered APPLIED', 'MemberStatusChanged ACTIVE']);
  });

  it('is one, however often it is sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => answer('twice', apply, { ...facts, studentNumber: 'N-twice' })),
    );
    const kinds = answers.map((one) => (one as { __typename: string }).__typename).sort();
    expect(kinds.filter((kind) => kind === 'ApplyForMembershipSuccess')).toHaveLength(1);
    expect(new Set(kinds)).toEqual(
      new Set([
        'ApplyForMembershipSuccess',
        ...kinds.filter((kind) => ['ConflictError', 'IllegalTransitionError'].includes(kind)),
      ]),
    );
    expect(await answer('twice', apply, facts)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('names every field that breaks a rule, and needs somebody signed in', async () => {
    expect(await answer('bad', apply, { ...facts, displayName: ' ', year: 9 })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'displayName' }, { path: 'year' }],
    });
    expect(await answer(undefined, apply, facts)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('can be turned down with a reason that the applicant reads, and sent again', async () => {
    const id = await applicant('typo');
    expect(await answer('sys', step('rejectMember'), { memberId: id, reason: '' })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await answer('sys', step('rejectMember'), { memberId: id, reason: 'No such number.' })).toMatchObject({
      __typename: 'RejectMemberSuccess',
    });
    expect((await test.run('typo', record)).data).toMatchObject({
      viewer: {
        member: null,
        memberRecord: { status: 'REJECTED', statusReason: 'No such number.', viewerActions: ['APPLY'] },
      },
    });
    expect(await answer('typo', apply, { ...facts, studentNumber: 'N-right' })).toMatchObject({
      __typename: 'ApplyForMembershipSuccess',
      member: { id, status: 'APPLIED', statusReason: null, studentNumber: 'N-right' },
    });
  });

  it('does not tell whether a student number is taken, and the register sees it before it counts', async () => {
    const owner = await fixture.member('owner', { studentNumber: 'TAKEN' });
    const claim = await answer('claimer', apply, { ...facts, studentNumber: 'TAKEN' });
    expect(claim).toMatchObject({ __typename: 'ApplyForMembershipSuccess' });
    const { id } = (claim as { member: { id: string } }).member;
    expect(await answer('sys', step('verifyMember'), { memberId: id })).toMatchObject({ __typename: 'ConflictError' });
    expect(await statusOf(owner)).toBe('ACTIVE');
  });

  it('is hidden from everybody else exactly as if it were not there', async () => {
    const id = await applicant('shy');
    await fixture.member('fellow');
    const query = 'query ($id: ID!) { member(id: $id) { id } }';
    const missing = '018f0000-0000-7000-8000-000000000000';
    for (const subject of [undefined, 'fellow', 'carl']) {
      expect(await test.run(subject, query, { id })).toEqual(await test.run(subject, query, { id: missing }));
      expect(await answer(subject, step('verifyMember'), { memberId: id })).toEqual(
        await answer(subject, step('verifyMember'), { memberId: missing }),
      );
    }
  });
});

describe('leaving the union', () => {
  it('ends offices at once, keeps groups through the grace, and can be undone by the person', async () => {
    const lena = await fixture.member('lena');
    const group = await fixture.group('Leavers', [lena.id]);
    const mandate = await fixture.mandate(await fixture.position(group.id), lena.id);
    expect(await answer('lena', leave)).toMatchObject({
      __typename: 'LeaveUnionSuccess',
      member: { status: 'LAPSED', statusUntil: new Date(clock.now().getTime() + graceMs).toISOString() },
    });
    const [office]: { ended_at: Date | null }[] = await test.dataSource.query(
      'select ended_at from mandate where id = $1',
      [mandate.id],
    );
    expect(office?.ended_at).toEqual(clock.now());
    expect(await eventsOf(mandate.id)).toHaveLength(1);
    expect((await test.run('lena', record)).data).toMatchObject({
      viewer: { member: null, memberRecord: { status: 'LAPSED', viewerActions: ['REINSTATE'] } },
    });
    expect(await answer('lena', leave)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await answer('lena', step('reinstateMember'), { memberId: lena.id })).toMatchObject({
      __typename: 'ReinstateMemberSuccess',
      member: { status: 'ACTIVE', statusUntil: null },
    });
    expect(
      (await test.run('lena', '{ viewer { member { groups { group { name } } mandates { id } } } }')).data,
    ).toEqual({ viewer: { member: { groups: [{ group: { name: 'Leavers' } }], mandates: [] } } });
    const jobs: readonly unknown[] = await test.dataSource.query(`select 1 from graphile_worker.jobs where key = $1`, [
      `member-status:${lena.id}`,
    ]);
    expect(jobs).toEqual([]);
  });

  it('becomes final when the grace is over, at that stated instant, whatever the delay of the job', async () => {
    const gus = await fixture.member('gus');
    const group = await fixture.group('Graduates', [gus.id]);
    await answer('gus', leave);
    await runDue(`member-status:${gus.id}`);
    expect(await statusOf(gus)).toBe('LAPSED');
    const due = new Date(clock.now().getTime() + graceMs);
    clock.advance(graceMs + 3_600_000);
    await runDue(`member-status:${gus.id}`);
    await waitFor('gus to become an alumnus', async () => (await statusOf(gus)) === 'ALUMNI');
    const [row]: { until: Date | null }[] = await test.dataSource.query(
      'select until from group_membership where group_id = $1',
      [group.id],
    );
    expect(row?.until).toEqual(due);
    expect(await eventsOf(gus.id)).toEqual(['MemberStatusChanged LAPSED', 'MemberStatusChanged ALUMNI']);
    expect((await test.run('gus', record)).data).toMatchObject({
      viewer: { memberRecord: { status: 'ALUMNI', viewerActions: ['APPLY'] } },
    });
  });

  it('is refused to people without a membership', async () => {
    for (const subject of [undefined, 'carl'])
      expect(await answer(subject, leave)).toMatchObject({ __typename: 'NotAllowedError' });
  });
});

describe('a suspension', () => {
  const until = '2026-10-12T09:00:00.000Z';

  it('withholds every right, tells its reason, and ends by itself', async () => {
    const sue = await fixture.member('sue');
    const group = await fixture.group('Suspense', [sue.id]);
    expect(
      await answer('sys', step('suspendMember'), { memberId: sue.id, reason: 'Noise.', until: testStart }),
    ).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'until' }] });
    expect(await answer('sue', step('suspendMember'), { memberId: sue.id, reason: 'Noise.', until })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await answer('sys', step('suspendMember'), { memberId: sue.id, reason: 'Noise.', until })).toMatchObject({
      __typename: 'SuspendMemberSuccess',
    });
    expect((await test.run('sue', record)).data).toEqual({
      viewer: {
        member: null,
        memberRecord: { status: 'SUSPENDED', statusReason: 'Noise.', statusUntil: until, viewerActions: [] },
      },
    });
    expect(await answer('sue', step('reinstateMember'), { memberId: sue.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(
      (
        await test.run('sue', 'mutation ($input: LeaveGroupInput!) { leaveGroup(input: $input) { __typename } }', {
          input: { groupId: group.id },
        })
      ).data,
    ).toEqual({ leaveGroup: { __typename: 'NotAllowedError' } });
    clock.set(until);
    await runDue(`member-status:${sue.id}`);
    await waitFor('the suspension to end', async () => (await statusOf(sue)) === 'ACTIVE');
    expect(await eventsOf(sue.id)).toEqual(['MemberStatusChanged SUSPENDED', 'MemberStatusChanged ACTIVE']);
  });

  it('can be lifted early, and gives no office meanwhile', async () => {
    const sid = await fixture.member('sid');
    const uma = await fixture.member('uma');
    await fixture.mandate(await fixture.position(undefined, 'UNION_OFFICER'), uma.id);
    const group = await fixture.group('Officers', [sid.id]);
    const position = await fixture.position(group.id);
    await answer('sys', step('suspendMember'), { memberId: sid.id, reason: 'Noise.', until });
    const appoint =
      'mutation ($input: AppointToPositionInput!) { answer: appointToPosition(input: $input) { __typename } }';
    const term = { positionId: position.id, memberId: sid.id, startsAt: testStart, endsAt: until };
    expect(await answer('uma', appoint, term)).toEqual({ __typename: 'ConflictError' });
    await expect(fixture.mandate(position, sid.id)).rejects.toThrow('a mandate needs an active member');
    expect(await answer('sys', step('reinstateMember'), { memberId: sid.id })).toMatchObject({
      __typename: 'ReinstateMemberSuccess',
    });
    expect(await answer('uma', appoint, term)).toEqual({ __typename: 'AppointToPositionSuccess' });
  });

  it('by one of two at once is a conflict for the other', async () => {
    const two = await fixture.member('two');
    const kinds = await Promise.all(
      ['a', 'b'].map((reason) => answer('sys', step('suspendMember'), { memberId: two.id, reason, until })),
    );
    expect(kinds.map((one) => (one as { __typename: string }).__typename).sort()).toEqual([
      expect.stringMatching(/^(ConflictError|IllegalTransitionError)$/),
      'SuspendMemberSuccess',
    ]);
  });
});
