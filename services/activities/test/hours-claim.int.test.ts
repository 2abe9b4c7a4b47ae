import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { GroupId } from '../src/references/group.js';
import type { Host } from '../src/host/host.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture, inHours } from './fixture.js';
import { missing, ServiceFixture } from './service-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let service: ServiceFixture;
let group: GroupId;
let ada: MemberId;
let omar: MemberId;
let vera: MemberId;
let host: Host;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  service = new ServiceFixture(test);
  ada = await fixture.member('ada');
  omar = await fixture.member('omar');
  vera = await fixture.member('vera');
  await fixture.member('rosa');
  const uma = await fixture.member('uma');
  await fixture.mandate(uma, 'UNION_OFFICER');
  group = await fixture.group(omar);
  await fixture.mandate(omar, 'PRESIDENT', group);
  host = await service.host({ contactId: vera, groupId: group });
});
afterAll(() => test.stop());

/** Days apart, so that no test meets the hours of another. */
let day = 1;
const yesterday = () => {
  day += 1;
  return { workedFrom: inHours(-24 * day), workedTo: inHours(-24 * day + 2) };
};
const plan = (changes: object = {}) => ({
  hostId: host.id,
  ...yesterday(),
  minutes: 90,
  what: 'Packed boxes.',
  evidence: 'Ask Ruth.',
  ...changes,
});
const draft = (subject: string | undefined, changes: object = {}) =>
  service.act(subject, 'draftHoursClaim', plan(changes));
const decide = (subject: string, action: string, claimId: string | undefined, reason?: string) =>
  service.act(subject, action, reason === undefined ? { claimId } : { claimId, reason });
const events = (claimId: string): Promise<readonly { name: string; data: object }[]> =>
  test.dataSource.query(
    `select name, data from outbox_event where aggregate = 'VerifiedHours' and aggregate_id = $1 order by sequence`,
    [claimId],
  );

function idOf(claim: { readonly id: string } | undefined): string {
  if (claim === undefined) throw new Error('a claim was made');
  return claim.id;
}

describe('hours outside shifts', () => {
  it('go from a draft to verified hours that others are told of', async () => {
    const times = yesterday();
    const { claim } = await draft('ada', times);
    const claimId = idOf(claim);
    expect(claim).toMatchObject({ status: 'DRAFT', viewerActions: ['EDIT', 'SUBMIT'] });
    expect(await decide('ada', 'submitHoursClaim', claimId)).toMatchObject({
      claim: { status: 'SUBMITTED', viewerActions: [] },
    });
    expect(await decide('omar', 'verifyHoursClaim', claimId)).toMatchObject({
      claim: { status: 'VERIFIED', viewerActions: ['VOID'] },
    });
    expect(await events(claimId)).toEqual([
      {
        name: 'HoursVerified',
        data: {
          claimId,
          memberId: ada,
          minutes: 90,
          hostGroupId: group,
          workedOn: times.workedFrom.toISOString().slice(0, 10),
          verifiedAt: testStart,
        },
      },
    ]);
    expect(await decide('vera', 'voidHoursClaim', claimId, ' ')).toMatchObject({ fields: [{ path: 'reason' }] });
    expect(await decide('vera', 'voidHoursClaim', claimId, 'It was somebody else.')).toMatchObject({
      claim: { status: 'VOIDED' },
    });
    expect((await events(claimId)).map(({ name }) => name)).toEqual(['HoursVerified', 'HoursVoided']);
    const notices: { count: number }[] = await test.dataSource.query(
      `select count(*)::int as count from outbox_event where name = 'ActivityNotice' and data ->> 'notice' = 'HOURS_DECIDED' and data -> 'memberIds' ? $1`,
      [ada],
    );
    expect(notices[0]?.count).toBe(2);
  });

  it('come back with a question, and are handed in again', async () => {
    const claim = await service.claim(host, ada, yesterday());
    expect(await decide('omar', 'queryHoursClaim', claim.id, 'Who was there?')).toMatchObject({
      claim: { status: 'QUERIED' },
    });
    expect(
      await service.act('ada', 'editHoursClaim', {
        claimId: claim.id,
        changes: { evidence: 'Ruth and Jo.', minutes: 100 },
      }),
    ).toMatchObject({ claim: { status: 'QUERIED' } });
    expect(await decide('ada', 'submitHoursClaim', claim.id)).toMatchObject({ claim: { status: 'SUBMITTED' } });
    expect(await decide('vera', 'rejectHoursClaim', claim.id, 'Nobody remembers.')).toMatchObject({
      claim: { status: 'REJECTED', viewerActions: [] },
    });
  });

  it('need something that shows them, fit their time, and are not older than six months', async () => {
    const problems = async (changes: object) => {
      const { claim } = await draft('ada', changes);
      return decide('ada', 'submitHoursClaim', claim?.id);
    };
    expect(await problems({ evidence: null })).toMatchObject({ fields: [{ path: 'evidence', rule: 'REQUIRED' }] });
    expect(await problems({ evidence: null, evidenceLink: 'https://photos.example/1' })).toMatchObject({
      claim: { status: 'SUBMITTED' },
    });
    expect(await problems({ minutes: 121 })).toMatchObject({ fields: [{ path: 'minutes', rule: 'CONTRADICTION' }] });
    const old = { workedFrom: new Date('2026-04-04T07:00:00Z'), workedTo: new Date('2026-04-05T06:59:00Z') };
    expect(await problems(old)).toMatchObject({ fields: [{ path: 'workedTo', rule: 'OUT_OF_RANGE' }] });
    const justIn = { workedFrom: new Date('2026-04-05T07:00:00Z'), workedTo: new Date('2026-04-05T09:00:00Z') };
    expect(await problems(justIn)).toMatchObject({ claim: { status: 'SUBMITTED' } });
    expect(await problems({ workedFrom: inHours(-1), workedTo: inHours(1) })).toMatchObject({
      fields: [{ path: 'workedTo' }],
    });
    expect(await draft('ada', { evidenceLink: 'ftp://x', minutes: 0, what: ' ' })).toMatchObject({
      fields: [{ path: 'minutes' }, { path: 'what' }, { path: 'evidenceLink' }],
    });
  });

  it('are for members, for hosts there are, and once for each key', async () => {
    expect(await draft(undefined)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await draft('ada', { hostId: missing })).toMatchObject({ __typename: 'NotFoundError' });
    const keyed = plan({ idempotencyKey: 'hours-1' });
    const first = await service.act('ada', 'draftHoursClaim', keyed);
    expect(await service.act('ada', 'draftHoursClaim', keyed)).toEqual(first);
    expect(await draft('ada', { idempotencyKey: 'hours-1' })).toMatchObject({ __typename: 'ConflictError' });
    expect(await draft('ada', { idempotencyKey: 'k'.repeat(101) })).toMatchObject({ __typename: 'ValidationError' });
  });
});

describe('verifying', () => {
  it('is never for oneself, nor for union officers, nor for strangers, who cannot tell that there is a claim', async () => {
    const own = await service.claim(host, omar, yesterday());
    expect(await decide('omar', 'verifyHoursClaim', own.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide('vera', 'verifyHoursClaim', own.id)).toMatchObject({ claim: { status: 'VERIFIED' } });
    const claim = await service.claim(host, ada, yesterday());
    const hidden = JSON.stringify(await decide('rosa', 'verifyHoursClaim', claim.id));
    expect(hidden).toBe(JSON.stringify(await decide('rosa', 'verifyHoursClaim', missing)));
    expect(await decide('uma', 'verifyHoursClaim', claim.id)).toMatchObject({ __typename: 'NotFoundError' });
    for (const action of ['editHoursClaim', 'submitHoursClaim'])
      expect(
        await service.act('omar', action, { claimId: claim.id, ...(action === 'editHoursClaim' && { changes: {} }) }),
      ).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide('ada', 'queryHoursClaim', claim.id, 'Why?')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide('vera', 'voidHoursClaim', claim.id, 'Why?')).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await expect(service.claim(host, ada, { ...yesterday(), status: 'VERIFIED', decidedBy: ada })).rejects.toThrow(
      'hours_claim_decided_by_another',
    );
  });

  it('by two at once is done once', async () => {
    const claim = await service.claim(host, ada, yesterday());
    const answers = await Promise.all([
      decide('omar', 'verifyHoursClaim', claim.id),
      decide('vera', 'verifyHoursClaim', claim.id),
    ]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'IllegalTransitionError',
      'VerifyHoursClaimSuccess',
    ]);
    expect(await events(claim.id)).toHaveLength(1);
  });

  it('never counts one time twice, also when two overlapping claims are verified at once', async () => {
    const times = yesterday();
    const other = await service.host({ contactId: omar });
    const one = await service.claim(host, ada, times);
    const two = await service.claim(other, ada, {
      ...times,
      workedFrom: new Date(times.workedFrom.getTime() + 3_600_000),
      minutes: 60,
    });
    const answers = await Promise.all([
      decide('vera', 'verifyHoursClaim', one.id),
      decide('omar', 'verifyHoursClaim', two.id),
    ]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'ValidationError',
      'VerifyHoursClaimSuccess',
    ]);
    const verified: { count: number }[] = await test.dataSource.query(
      `select count(*)::int as count from hours_claim where id = any($1) and status = 'VERIFIED'`,
      [[one.id, two.id]],
    );
    expect(verified[0]?.count).toBe(1);
    const late = await service.claim(host, ada, { ...times, status: 'DRAFT' });
    expect(await decide('ada', 'submitHoursClaim', late.id)).toMatchObject({
      fields: [{ path: 'workedFrom', rule: 'CONTRADICTION' }],
    });
  });

  it('does not count the time of an activity that they were at', async () => {
    const times = yesterday();
    const activity = await fixture.activity(group, 'COMPLETED', { startsAt: times.workedFrom, endsAt: times.workedTo });
    await fixture.registration(activity, ada, 'ATTENDED');
    const claim = await service.claim(host, ada, times);
    expect(await decide('omar', 'verifyHoursClaim', claim.id)).toMatchObject({
      fields: [{ path: 'workedFrom', rule: 'CONTRADICTION' }],
    });
  });
});

describe('the hours of a shift', () => {
  const worked = async (subject: MemberId) => {
    const opportunity = await service.opportunity(host);
    const { workedFrom: startsAt, workedTo: endsAt } = yesterday();
    return service.signup(await service.shift(opportunity, { startsAt, endsAt }), subject, { status: 'WORKED' });
  };
  const claim = (subject: string, signupId: string, more: object = {}) =>
    service.act(subject, 'claimShiftHours', { signupId, ...more });

  it('are handed in by one tap, once', async () => {
    const signup = await worked(ada);
    const first = await claim('ada', signup.id, { idempotencyKey: 'tap' });
    expect(first).toMatchObject({ claim: { status: 'SUBMITTED' } });
    expect(await claim('ada', signup.id, { idempotencyKey: 'tap' })).toEqual(first);
    expect(await claim('ada', signup.id)).toEqual(first);
    const { data } = await test.run(
      'ada',
      'query ($id: ID!) { hoursClaim(id: $id) { minutes minutesMax what host { name } signup { claim { id } } } }',
      { id: first.claim?.id },
    );
    expect(data?.['hoursClaim']).toEqual({
      minutes: 120,
      minutesMax: 150,
      what: 'Sorting on Saturdays',
      host: { name: 'Riverside Food Bank' },
      signup: { claim: { id: first.claim?.id } },
    });
    expect(await claim('ada', signup.id, { idempotencyKey: 'k'.repeat(101) })).toMatchObject({
      __typename: 'ValidationError',
    });
  });

  it('may be a quarter longer than the shift, and more with a reason', async () => {
    const signup = await worked(ada);
    expect(await claim('ada', signup.id, { minutes: 151 })).toMatchObject({
      fields: [{ path: 'longerBecause', rule: 'REQUIRED' }],
    });
    expect(await claim('ada', signup.id, { minutes: 151, longerBecause: 'A lorry came late.' })).toMatchObject({
      claim: { status: 'SUBMITTED' },
    });
    expect(await claim('ada', (await worked(ada)).id, { minutes: 150 })).toMatchObject({
      claim: { status: 'SUBMITTED' },
    });
  });

  it('are for whoever worked it', async () => {
    const signup = await worked(ada);
    expect(await claim('omar', signup.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await claim('rosa', signup.id)).toMatchObject({ __typename: 'NotFoundError' });
    const absent = await service.signup(await service.shift(await service.opportunity(host), yesterdayShift()), ada, {
      status: 'ABSENT',
    });
    expect(await claim('ada', absent.id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });
  const yesterdayShift = () => {
    const { workedFrom: startsAt, workedTo: endsAt } = yesterday();
    return { startsAt, endsAt };
  };
});

describe('totals', () => {
  it('are for the member alone, with the bands there are and how far the next is', async () => {
    const zoe = await fixture.member('zoe');
    for (let index = 0; index < 11; index += 1)
      await service.claim(host, zoe, { ...yesterday(), status: 'VERIFIED', decidedBy: vera });
    await service.claim(host, zoe, yesterday());
    const read = async (subject: string) =>
      (
        await test.run(
          subject,
          'query ($id: ID!) { _entities(representations: [{ __typename: "Member", id: $id }]) { ... on Member { hours { minutes claims waitingMinutes band { name fromHours } nextBand { name } minutesToNext rulesVersion } } } }',
          { id: zoe },
        )
      ).data?.['_entities'];
    expect(await read('zoe')).toEqual([
      {
        hours: {
          minutes: 1320,
          claims: 11,
          waitingMinutes: 120,
          band: { name: 'BRONZE', fromHours: 20 },
          nextBand: { name: 'SILVER' },
          minutesToNext: 1680,
          rulesVersion: 2,
        },
      },
    ]);
    for (const stranger of ['vera', 'uma', 'rosa']) expect(await read(stranger)).toEqual([{ hours: null }]);
  });
});

describe('the queue of a host', () => {
  it('shows what waits to whoever speaks for it, without their own, in few statements', async () => {
    for (let index = 0; index < 8; index += 1) await service.claim(host, ada, yesterday());
    const list = async (subject: string) => {
      const { data, errors } = await test.run(
        subject,
        '{ hoursToVerify(first: 50) { edges { node { id status member { id } host { name } signup { id } decidedBy { id } viewerActions } } } }',
      );
      expect(errors).toBeUndefined();
      return (data as { hoursToVerify: { edges: { node: { viewerActions: string[] } }[] } }).hoursToVerify.edges;
    };
    const queue = await list('omar');
    expect(queue.length).toBeGreaterThanOrEqual(8);
    expect(new Set(queue.map(({ node }) => node.viewerActions.join(' ')))).toEqual(new Set(['VERIFY QUERY REJECT']));
    for (const stranger of ['ada', 'uma', 'rosa']) expect(await list(stranger)).toEqual([]);
    expect((await test.countStatements(() => list('omar'))).length).toBeLessThanOrEqual(9);
  });

  it('is a stable list of one’s own claims while others are added', async () => {
    const lin = await fixture.member('lin');
    for (let index = 0; index < 4; index += 1) await service.claim(host, lin, yesterday());
    const page = async (after?: string) =>
      (
        await test.run(
          'lin',
          'query ($after: String) { viewer { hoursClaims(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor } } } }',
          { after },
        )
      ).data as { viewer: { hoursClaims: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } } };
    const first = (await page()).viewer.hoursClaims;
    await service.claim(host, lin, { workedFrom: inHours(-3), workedTo: inHours(-1), status: 'DRAFT' });
    const second = (await page(first.pageInfo.endCursor)).viewer.hoursClaims;
    expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.id)).size).toBe(4);
  });
});

describe('figures of the union', () => {
  it('stand for enough people or are withheld, and are not for members', async () => {
    const big = await service.host({ name: 'Big', contactId: vera });
    const tiny = await service.host({ name: 'Tiny', contactId: vera });
    await service.claim(tiny, omar, { ...yesterday(), status: 'VERIFIED', decidedBy: vera });
    const crowd = await fixture.crowd('worker', 12);
    for (const memberId of crowd)
      await service.claim(big, memberId, {
        workedFrom: inHours(-48),
        workedTo: inHours(-46),
        status: 'VERIFIED',
        decidedBy: vera,
      });
    const query =
      '{ insights { serviceHoursByMonth { month hours { value } volunteers { value } } serviceHoursByHost { host { name } hours { value suppressed } volunteers { value } } } }';
    expect((await test.run('ada', query)).data).toEqual({ insights: null });
    const { data, errors } = await test.run('uma', query);
    expect(errors).toBeUndefined();
    const { serviceHoursByHost: hosts } = (
      data as { insights: { serviceHoursByHost: { host: { name: string }; hours: object; volunteers: object }[] } }
    ).insights;
    expect(hosts.filter(({ host: { name } }) => name === 'Big')).toEqual([
      { host: { name: 'Big' }, hours: { value: 24, suppressed: false }, volunteers: { value: 12 } },
    ]);
    const small = hosts.filter(({ host: { name } }) => name !== 'Big');
    expect(small.length).toBeGreaterThan(1);
    for (const { hours } of small) expect(hours).toEqual({ value: null, suppressed: true });
  });
});
