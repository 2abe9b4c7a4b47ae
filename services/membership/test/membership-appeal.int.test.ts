import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const words = 'I was in another town that evening.';
let test: TestService;
let fixture: Fixture;
let count = 0;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  await fixture.appointment('sys', 'ADMIN');
  await fixture.appointment('second', 'ADMIN');
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const errors = '... on UserError { message } ... on ValidationError { fields { path } }';
const appealFields = 'id status words reasons decidedAt viewerActions';
const appealQuery = `mutation ($input: AppealSuspensionInput!) { answer: appealSuspension(input: $input) { __typename ... on AppealSuspensionSuccess { appeal { ${appealFields} } } ${errors} } }`;
const decideQuery = `mutation ($input: DecideMembershipAppealInput!) { answer: decideMembershipAppeal(input: $input) { __typename ... on DecideMembershipAppealSuccess { appeal { ${appealFields} } } ${errors} } }`;
const record = `{ viewer { memberRecord { status suspension { endedAt viewerActions appeal { status words reasons } } } } }`;

type Answer = { __typename: string; appeal: { id: string; status: string }; fields?: { path: string }[] };

async function answer(subject: string, query: string, input: object): Promise<Answer> {
  const { data, errors: failures } = await test.run(subject, query, { input });
  expect(failures).toBeUndefined();
  return data?.['answer'] as Answer;
}

async function suspended(): Promise<Member> {
  count += 1;
  const member = await fixture.member(`suspended${count}`);
  const { data } = await test.run(
    'sys',
    'mutation ($input: SuspendMemberInput!) { suspendMember(input: $input) { __typename } }',
    { input: { memberId: member.id, reason: 'Noise.', until: '2026-11-05T09:00:00.000Z' } },
  );
  expect(data).toEqual({ suspendMember: { __typename: 'SuspendMemberSuccess' } });
  return member;
}

const appeal = (member: Member, input: object = {}) => answer(member.subject, appealQuery, { words, ...input });
const decide = (who: string, membershipAppealId: string, decision: string, reasons = 'We looked again.') =>
  answer(who, decideQuery, { membershipAppealId, decision, reasons });
async function told({ id }: Member): Promise<readonly string[]> {
  const rows: readonly { reason: string }[] = await test.dataSource.query(
    'select reason from notification where member_id = $1 order by told_at, reason',
    [id],
  );
  return rows.map(({ reason }) => reason);
}

describe('an appeal against a suspension', () => {
  it('is made once, decided by another admin, and lifting gives the rights back at once', async () => {
    const member = await suspended();
    expect((await test.run(member.subject, record)).data).toEqual({
      viewer: {
        memberRecord: { status: 'SUSPENDED', suspension: { endedAt: null, viewerActions: ['APPEAL'], appeal: null } },
      },
    });
    const made = await appeal(member);
    expect(made).toMatchObject({ __typename: 'AppealSuspensionSuccess', appeal: { status: 'WAITING', words } });
    expect(await appeal(member)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide('sys', made.appeal.id, 'LIFTED')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide('second', made.appeal.id, 'LIFTED', '')).toMatchObject({ __typename: 'ValidationError' });
    expect(await decide('second', made.appeal.id, 'LIFTED')).toMatchObject({
      __typename: 'DecideMembershipAppealSuccess',
      appeal: { status: 'LIFTED', reasons: 'We looked again.', viewerActions: [] },
    });
    expect(await decide('second', made.appeal.id, 'UPHELD')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect((await test.run(member.subject, record)).data).toMatchObject({
      viewer: { memberRecord: { status: 'ACTIVE', suspension: { appeal: { status: 'LIFTED' } } } },
    });
    expect(await told(member)).toContain('APPEAL_DECIDED');
  });

  it('that is upheld leaves the suspension as it was', async () => {
    const member = await suspended();
    const made = await appeal(member);
    expect(await decide('second', made.appeal.id, 'UPHELD')).toMatchObject({ appeal: { status: 'UPHELD' } });
    expect((await test.run(member.subject, record)).data).toMatchObject({
      viewer: { memberRecord: { status: 'SUSPENDED', suspension: { endedAt: null, viewerActions: [] } } },
    });
  });

  it('is overtaken when the suspension ends first, and a new suspension may be appealed anew', async () => {
    const member = await suspended();
    const made = await appeal(member);
    const reinstate =
      'mutation ($input: ReinstateMemberInput!) { answer: reinstateMember(input: $input) { __typename } }';
    expect(await answer('sys', reinstate, { memberId: member.id })).toEqual({ __typename: 'ReinstateMemberSuccess' });
    expect((await test.run(member.subject, record)).data).toMatchObject({
      viewer: { memberRecord: { suspension: { appeal: { status: 'OVERTAKEN' }, viewerActions: [] } } },
    });
    expect(await decide('second', made.appeal.id, 'LIFTED')).toMatchObject({ __typename: 'IllegalTransitionError' });
    clock.advance(1000);
    await test.run('sys', 'mutation ($input: SuspendMemberInput!) { suspendMember(input: $input) { __typename } }', {
      input: { memberId: member.id, reason: 'Again.', until: '2026-11-05T09:00:00.000Z' },
    });
    expect(await appeal(member)).toMatchObject({ __typename: 'AppealSuspensionSuccess' });
  });

  it('is one, however often it is sent at once, and the same key gives the first answer again', async () => {
    const member = await suspended();
    const kinds = (await Promise.all(Array.from({ length: 5 }, () => appeal(member)))).map((one) => one.__typename);
    expect(kinds.filter((kind) => kind === 'AppealSuspensionSuccess')).toHaveLength(1);
    const other = await suspended();
    const idempotencyKey = randomUUID();
    const first = await appeal(other, { idempotencyKey });
    expect(await appeal(other, { idempotencyKey })).toEqual(first);
    expect(await appeal(other, { idempotencyKey, words: `${words} Truly.` })).toMatchObject({
      __typename: 'ConflictError',
    });
  });

  it('is decided once by two admins at the same moment', async () => {
    await fixture.appointment('third', 'ADMIN');
    const { appeal: waiting } = await appeal(await suspended());
    const decided = await Promise.all([decide('second', waiting.id, 'LIFTED'), decide('third', waiting.id, 'UPHELD')]);
    expect(decided.filter(({ __typename }) => __typename === 'DecideMembershipAppealSuccess')).toHaveLength(1);
  });

  it('is refused for too few words, for members who are not suspended and for strangers', async () => {
    expect(await appeal(await suspended(), { words: 'No!' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'words' }],
    });
    const free = await fixture.member('free');
    for (const who of [free.subject, 'nobody-known'])
      expect(await answer(who, appealQuery, { words })).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('is decided by somebody else than who suspended, whatever the code says', async () => {
    const { appeal: waiting } = await appeal(await suspended());
    await expect(
      test.dataSource.query(
        `update membership_appeal set status = 'UPHELD', reasons = 'No.', decided_by = 'sys', decided_at = now() where id = $1`,
        [waiting.id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'membership_appeal_decided_by_another' } });
  });

  it('is missing and hidden in one and the same way, and nobody else reads of a suspension', async () => {
    const member = await suspended();
    const { appeal: waiting } = await appeal(member);
    const stranger = await fixture.member('stranger');
    const hidden = await decide(stranger.subject, waiting.id, 'LIFTED');
    expect(hidden).toEqual(await decide(stranger.subject, randomUUID(), 'LIFTED'));
    const list = '{ membershipAppeals(status: WAITING) { edges { node { id member { id } } } } }';
    const idsOf = async (who: string) =>
      (
        ((await test.run(who, list)).data ?? {})['membershipAppeals'] as { edges: { node: { id: string } }[] }
      ).edges.map(({ node }) => node.id);
    expect(await idsOf('second')).toContain(waiting.id);
    expect(await idsOf(member.subject)).toEqual([waiting.id]);
    expect(await idsOf(stranger.subject)).toEqual([]);
    const { data } = await test.run(stranger.subject, `{ member(id: "${member.id}") { suspension { suspendedAt } } }`);
    expect(data).toEqual({ member: null });
  });

  it('is listed with as many statements for many as for one', async () => {
    const list = (first: number) =>
      `{ membershipAppeals(first: ${first}) { edges { node { words status viewerActions member { displayName suspension { suspendedAt appeal { status } } } } } } }`;
    const one = await test.countStatements(() => test.run('second', list(1)));
    const many = await test.countStatements(() => test.run('second', list(20)));
    expect(many).toEqual(one);
  });

  it('pages without a gap while others appeal', async () => {
    const page = async (after?: string) => {
      const { data } = await test.run(
        'second',
        'query ($after: String) { membershipAppeals(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      return data?.['membershipAppeals'] as {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const seen: string[] = [];
    for (let next = await page(); ; next = await page(next.pageInfo.endCursor)) {
      seen.push(...next.edges.map(({ node }) => node.id));
      if (!next.pageInfo.hasNextPage) break;
    }
    const rows: { id: string }[] = await test.dataSource.query(
      'select id from membership_appeal order by appealed_at, id',
    );
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('is overtaken when the suspension ends by itself', async () => {
    const member = await suspended();
    await appeal(member);
    clock.set('2026-11-05T09:00:00.001Z');
    await test.dataSource.query(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())`,
      [`member-status:${member.id}`],
    );
    const status = async (): Promise<unknown> =>
      ((await test.run(member.subject, record)).data as { viewer: { memberRecord: { status: string } } }).viewer
        .memberRecord.status;
    await waitFor('the suspension to end', async () => (await status()) === 'ACTIVE');
    expect((await test.run(member.subject, record)).data).toMatchObject({
      viewer: { memberRecord: { suspension: { appeal: { status: 'OVERTAKEN' } } } },
    });
  });
});
