import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Host } from '../src/host/host.js';
import type { Opportunity } from '../src/opportunity/opportunity.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';
import { missing, ServiceFixture, type PlannedShift } from './service-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let service: ServiceFixture;
let ada: MemberId;
let omar: MemberId;
let host: Host;
let opportunity: Opportunity;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  service = new ServiceFixture(test);
  ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  await fixture.member('rosa');
  const uma = await fixture.member('uma');
  await fixture.mandate(uma, 'UNION_OFFICER');
  host = await service.host({ contactId: omar });
  opportunity = await service.opportunity(host);
});
afterAll(() => test.stop());

const signUp = (subject: string | undefined, { shift, role }: PlannedShift, more: object = {}) =>
  service.act(subject, 'signUpForShift', { shiftId: shift.id, roleId: role.id, ...more });
/** Weeks apart, so that no test meets the caps of another. */
let week = 1;
const apart = (changes: Parameters<ServiceFixture['shift']>[1] = {}) => {
  week += 2;
  return service.shift(opportunity, { startsAt: inHours(week * 168), endsAt: inHours(week * 168 + 2), ...changes });
};
const statuses = async ({ shift }: PlannedShift): Promise<readonly string[]> => {
  const rows: { status: string }[] = await test.dataSource.query(
    'select status from shift_signup where shift_id = $1 order by status',
    [shift.id],
  );
  return rows.map(({ status }) => status);
};
const told = async (sourceId: string): Promise<readonly string[]> => {
  const rows: { members: string[] }[] = await test.dataSource.query(
    `select data -> 'memberIds' as members from outbox_event where name = 'ActivityNotice' and data ->> 'sourceId' = $1`,
    [sourceId],
  );
  return rows.flatMap(({ members }) => members);
};

describe('signing up for a shift', () => {
  it('gives a place at once, once, and remembers its answer to a key', async () => {
    const planned = await apart();
    const first = await signUp('ada', planned, { idempotencyKey: 'shift-1' });
    expect(first).toMatchObject({ signup: { status: 'ACCEPTED', viewerActions: ['WITHDRAW', 'OFFER_SWAP'] } });
    expect(await signUp('ada', planned, { idempotencyKey: 'shift-1' })).toEqual(first);
    expect(await signUp('ada', planned)).toEqual(first);
    const other = await apart();
    expect(await signUp('ada', other, { idempotencyKey: 'shift-1' })).toMatchObject({ __typename: 'ConflictError' });
    expect(await signUp('ada', other, { idempotencyKey: 'k'.repeat(101) })).toMatchObject({
      fields: [{ path: 'idempotencyKey' }],
    });
  });

  it('never gives more places than are needed, however many ask at once', async () => {
    const planned = await apart({ needed: 3 });
    await fixture.crowd('helper', 12);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_unused, index) => signUp(`helper${index}`, planned)),
    );
    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'SignUpForShiftSuccess')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'LimitReachedError')).toHaveLength(9);
    expect(await statuses(planned)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
  });

  it('gives nobody two shifts at one time, also when they ask for both at once', async () => {
    const planned = await apart({ needed: 9 });
    const { startsAt, endsAt } = planned.shift;
    const same = await service.shift(opportunity, { startsAt, endsAt, needed: 9 });
    const answers = await Promise.all([signUp('ada', planned), signUp('ada', same)]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'SignUpForShiftSuccess',
      'ValidationError',
    ]);
    // The database itself refuses what no code would ask for.
    await service.signup(planned, omar, { status: 'ACCEPTED' });
    await service.signup(same, omar, { status: 'ACCEPTED' });
    expect([...(await statuses(planned)), ...(await statuses(same))]).toHaveLength(2);
  });

  it('asks about activities at the same time, and takes a knowing yes', async () => {
    const planned = await apart();
    const group = await fixture.group();
    const activity = await fixture.activity(group, 'PUBLISHED', {
      startsAt: planned.shift.startsAt,
      endsAt: planned.shift.endsAt,
    });
    await fixture.registration(activity, ada, 'CONFIRMED');
    const { data } = await test.run(
      'ada',
      'query ($id: ID!) { shift(id: $id) { viewerNotices { kind isBlocking limit activity { id } } } }',
      { id: planned.shift.id },
    );
    expect(data?.['shift']).toEqual({
      viewerNotices: [{ kind: 'OVERLAPS_ACTIVITY', isBlocking: false, limit: null, activity: { id: activity.id } }],
    });
    expect(await signUp('ada', planned)).toMatchObject({
      __typename: 'ShiftOverlapsActivityError',
      activities: [{ id: activity.id }],
    });
    expect(await signUp('ada', planned, { acceptsOverlap: true })).toMatchObject({ signup: { status: 'ACCEPTED' } });
  });

  it('stops before a day holds too much, and says so before', async () => {
    const first = await apart({ isHard: true });
    const at = (hours: number) => new Date(first.shift.startsAt.getTime() + hours * 3_600_000);
    const second = await service.shift(opportunity, { startsAt: at(4), endsAt: at(6), isHard: true });
    expect(await signUp('rosa', first)).toMatchObject({ signup: { status: 'ACCEPTED' } });
    const { data } = await test.run(
      'rosa',
      'query ($id: ID!) { shift(id: $id) { viewerNotices { kind isBlocking limit } } }',
      { id: second.shift.id },
    );
    expect(data?.['shift']).toEqual({ viewerNotices: [{ kind: 'DAY_CAP', isBlocking: true, limit: 3 }] });
    expect(await signUp('rosa', second)).toMatchObject({ __typename: 'LimitReachedError' });
  });

  it('is for members, for open shifts, for roles there are, and for adults where it says so', async () => {
    const planned = await apart();
    expect(await signUp(undefined, planned)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await signUp('ada', { ...planned, shift: { ...planned.shift, id: missing as never } })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await service.act('ada', 'signUpForShift', { shiftId: planned.shift.id, roleId: missing })).toMatchObject({
      fields: [{ path: 'roleId', rule: 'UNKNOWN' }],
    });
    const draft = await service.opportunity(host, { status: 'VETTED' });
    const hidden = await service.shift(draft, { startsAt: inHours(9000), endsAt: inHours(9001) });
    expect(await signUp('ada', hidden)).toMatchObject({ __typename: 'NotFoundError' });
    const filled = await service.opportunity(host, { status: 'FILLED' });
    expect(await signUp('ada', await service.shift(filled))).toMatchObject({ __typename: 'IllegalTransitionError' });
    const adults = await service.opportunity(host, { isAdultsOnly: true });
    const grown = await service.shift(adults, { startsAt: inHours(9100), endsAt: inHours(9101) });
    expect(await signUp('ada', grown)).toMatchObject({ fields: [{ path: 'confirmsAdult', rule: 'REQUIRED' }] });
    expect(await signUp('ada', grown, { confirmsAdult: true })).toMatchObject({ signup: { status: 'ACCEPTED' } });
  });

  it('waits for the host where the host is asked, who is told, and never decides about themselves', async () => {
    const asking = await service.opportunity(host, { asksHost: true });
    const planned = await service.shift(asking, { startsAt: inHours(9200), endsAt: inHours(9201), needed: 1 });
    const { signup } = await signUp('ada', planned);
    expect(signup).toMatchObject({ status: 'REQUESTED', viewerActions: ['WITHDRAW'] });
    expect(await told(signup?.id ?? '')).toEqual([omar]);
    const own = await signUp('omar', planned);
    expect(await service.act('omar', 'acceptSignup', { signupId: own.signup?.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await service.act('rosa', 'acceptSignup', { signupId: signup?.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await service.act('omar', 'acceptSignup', { signupId: signup?.id })).toMatchObject({
      signup: { status: 'ACCEPTED' },
    });
    expect(await service.act('omar', 'acceptSignup', { signupId: signup?.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const late = await signUp('rosa', planned);
    expect(late).toMatchObject({ __typename: 'LimitReachedError' });
  });

  it('is declined for good', async () => {
    const asking = await service.opportunity(host, { asksHost: true });
    const planned = await service.shift(asking, { startsAt: inHours(9300), endsAt: inHours(9301) });
    const { signup } = await signUp('ada', planned);
    expect(await service.act('omar', 'declineSignup', { signupId: signup?.id })).toMatchObject({
      signup: { status: 'DECLINED' },
    });
    expect(await signUp('ada', planned)).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await service.act('rosa', 'declineSignup', { signupId: signup?.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });
});

describe('a swap', () => {
  it('is taken exactly once, however many want it, and both the host and whoever had it are told', async () => {
    const planned = await apart({ needed: 1 });
    const { signup } = await signUp('ada', planned);
    expect(await service.act('ada', 'offerShiftSwap', { signupId: signup?.id })).toMatchObject({
      signup: { status: 'SWAP_OFFERED', viewerActions: ['WITHDRAW', 'KEEP'] },
    });
    await fixture.crowd('taker', 8);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_unused, index) =>
        service.act(`taker${index}`, 'takeShiftSwap', { signupId: signup?.id }),
      ),
    );
    const winners = answers.filter(({ __typename }) => __typename === 'TakeShiftSwapSuccess');
    expect(winners).toHaveLength(1);
    expect(new Set(answers.map(({ __typename }) => __typename))).toEqual(
      new Set(['TakeShiftSwapSuccess', 'NotFoundError']),
    );
    expect(await statuses(planned)).toEqual(['ACCEPTED', 'SWAPPED']);
    expect(new Set(await told(winners[0]?.signup?.id ?? ''))).toEqual(new Set([ada, omar]));
  });

  it('offered by name is seen by that person alone, with the name', async () => {
    const planned = await apart();
    const rosa: { member_id: string }[] = await test.dataSource.query(
      `select member_id from actor_member where subject = 'rosa'`,
    );
    const { signup } = await signUp('ada', planned);
    await service.act('ada', 'offerShiftSwap', { signupId: signup?.id, toMemberId: rosa[0]?.member_id });
    const seen = async (subject: string) =>
      (
        await test.run(
          subject,
          'query ($id: ID!) { shiftSignup(id: $id) { isOfferedByName member { id } viewerActions } viewer { swapsOffered { edges { node { id } } } } }',
          { id: signup?.id },
        )
      ).data;
    expect(await seen('rosa')).toEqual({
      shiftSignup: { isOfferedByName: true, member: { id: ada }, viewerActions: ['TAKE_SWAP'] },
      viewer: { swapsOffered: { edges: [{ node: { id: signup?.id } }] } },
    });
    expect(await seen('taker0')).toEqual({ shiftSignup: null, viewer: { swapsOffered: { edges: [] } } });
    expect(await service.act('taker0', 'takeShiftSwap', { signupId: signup?.id })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await service.act('ada', 'keepShift', { signupId: signup?.id })).toMatchObject({
      signup: { status: 'ACCEPTED' },
    });
    expect(await service.act('ada', 'keepShift', { signupId: signup?.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    expect(await service.act('ada', 'offerShiftSwap', { signupId: signup?.id, toMemberId: ada })).toMatchObject({
      fields: [{ path: 'toMemberId', rule: 'CONTRADICTION' }],
    });
  });

  it('offered to everybody shows no name, and is not for whoever is there already', async () => {
    const planned = await apart();
    const { signup } = await signUp('ada', planned);
    await signUp('rosa', planned);
    await service.act('ada', 'offerShiftSwap', { signupId: signup?.id });
    const { data } = await test.run('rosa', 'query ($id: ID!) { shiftSignup(id: $id) { member { id } } }', {
      id: signup?.id,
    });
    expect(data?.['shiftSignup']).toEqual({ member: null });
    expect(await service.act('rosa', 'takeShiftSwap', { signupId: signup?.id })).toMatchObject({
      fields: [{ path: 'signupId', rule: 'CONTRADICTION' }],
    });
    expect(await service.act('ada', 'takeShiftSwap', { signupId: signup?.id })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(
      await service.act('ada', 'takeShiftSwap', { signupId: signup?.id, idempotencyKey: 'k'.repeat(101) }),
    ).toMatchObject({
      __typename: 'ValidationError',
    });
  });
});

describe('the end of a sign-up', () => {
  it('frees the place and tells the host', async () => {
    const planned = await apart({ needed: 1 });
    const { signup } = await signUp('ada', planned);
    expect(await service.act('ada', 'withdrawFromShift', { signupId: signup?.id })).toMatchObject({
      signup: { status: 'WITHDRAWN', viewerActions: [] },
    });
    expect(await told(signup?.id ?? '')).toEqual([omar]);
    expect(await signUp('rosa', planned)).toMatchObject({ signup: { status: 'ACCEPTED' } });
    expect(await service.act('ada', 'withdrawFromShift', { signupId: signup?.id })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('is the host’s to record once the shift began, and never one’s own', async () => {
    const planned = await service.shift(opportunity, { startsAt: inHours(-3), endsAt: inHours(-1) });
    const worked = await service.signup(planned, ada);
    const own = await service.signup(planned, omar);
    const record = (subject: string, signupId: string, attendance = 'WORKED') =>
      service.act(subject, 'recordShiftAttendance', { signupId, attendance });
    expect(await record('omar', worked.id)).toMatchObject({ signup: { status: 'WORKED', viewerActions: ['RECORD'] } });
    expect(await record('omar', worked.id, 'EXCUSED')).toMatchObject({ signup: { status: 'EXCUSED' } });
    expect(await record('omar', own.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await record('uma', worked.id)).toMatchObject({ __typename: 'NotFoundError' });
    const ahead = await service.signup(await apart(), ada);
    expect(await record('omar', ahead.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('comes with the shift that is called off, and everybody is told', async () => {
    const planned = await apart();
    await signUp('ada', planned);
    const callOff = (subject: string, reason: string) =>
      service.act(subject, 'cancelShift', { shiftId: planned.shift.id, reason });
    expect(await callOff('ada', 'Rain.')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await callOff('omar', ' ')).toMatchObject({ fields: [{ path: 'reason', rule: 'REQUIRED' }] });
    expect(await callOff('omar', 'Rain.')).toMatchObject({ shift: { status: 'CANCELLED' } });
    expect(await callOff('omar', 'Rain.')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await statuses(planned)).toEqual(['VOID']);
    expect(await told(planned.shift.id)).toEqual([ada]);
    expect(await service.act('omar', 'cancelShift', { shiftId: missing, reason: 'Rain.' })).toMatchObject({
      __typename: 'NotFoundError',
    });
  });
});

describe('who comes', () => {
  it('is told to whoever speaks for the host and to nobody else, in few statements however many there are', async () => {
    const planned = await apart({ needed: 30 });
    const crowd = await fixture.crowd('comer', 20);
    for (const memberId of crowd) await service.signup(planned, memberId);
    const query = `query ($id: ID!) { shiftSignups(shiftId: $id, first: 50) { edges { node { id status member { id } role { name } shift { id } viewerActions claim { id } } } } }`;
    const list = async (subject: string): Promise<readonly unknown[]> => {
      const { data, errors } = await test.run(subject, query, { id: planned.shift.id });
      expect(errors).toBeUndefined();
      return (data as { shiftSignups: { edges: unknown[] } }).shiftSignups.edges;
    };
    expect(await list('omar')).toHaveLength(20);
    expect(await list('uma')).toEqual([]);
    expect(await list('ada')).toEqual([]);
    const statements = await test.countStatements(() => list('omar'));
    expect(statements.length).toBeLessThanOrEqual(14);
  });

  it('stays a stable list while others sign up', async () => {
    const planned = await apart({ needed: 30 });
    for (const memberId of await fixture.crowd('early', 4)) await service.signup(planned, memberId);
    const page = async (after?: string) => {
      const { data } = await test.run(
        'omar',
        'query ($id: ID!, $after: String) { shiftSignups(shiftId: $id, first: 2, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }',
        { id: planned.shift.id, after },
      );
      return data?.['shiftSignups'] as {
        edges: { node: { id: string } }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    };
    const first = await page();
    const [late] = await fixture.crowd('late', 1);
    if (late !== undefined) await service.signup(planned, late, { askedAt: inHours(0) });
    const second = await page(first.pageInfo.endCursor);
    const third = await page(second.pageInfo.endCursor);
    const ids = [...first.edges, ...second.edges, ...third.edges].map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(5);
    expect(third.pageInfo.hasNextPage).toBe(false);
  });
});
