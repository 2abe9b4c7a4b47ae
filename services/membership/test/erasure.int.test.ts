import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { secondThoughtsMs } from '../src/erasure/erasure.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
const start = new Date(testStart).getTime();
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  await fixture.appointment('sys', 'ADMIN');
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const errors =
  '... on UserError { message } ... on ValidationError { fields { path } } ... on IllegalTransitionError { state }';
const request = `mutation ($input: RequestErasureInput!) { answer: requestErasure(input: $input) { __typename ... on RequestErasureSuccess { erasure { status dueAt } } ${errors} } }`;
const cancel = `mutation ($input: CancelErasureInput!) { answer: cancelErasure(input: $input) { __typename ... on CancelErasureSuccess { erasure { status } } ${errors} } }`;
const own = '{ viewer { memberRecord { id } erasure { status dueAt } erasureActions } }';

async function answer(subject: string, query: string, input: object): Promise<Record<string, unknown>> {
  const { data, errors: failures } = await test.run(subject, query, { input });
  expect(failures).toBeUndefined();
  return data?.['answer'] as Record<string, unknown>;
}

const ask = (member: Member) => answer(member.subject, request, { confirmation: member.displayName });

async function statusOf({ id }: Member): Promise<string | undefined> {
  const [row]: { status: string }[] = await test.dataSource.query('select status from member where id = $1', [id]);
  return row?.status;
}

/** Lets the two weeks pass, and waits until the job has done what it does. */
async function passTime({ id }: Member, days = 14): Promise<void> {
  clock.set(new Date(start + days * 86_400_000 + 1).toISOString());
  await test.dataSource.query(
    `select graphile_worker.reschedule_jobs(array(select j.id from graphile_worker.jobs j join erasure e on j.key = 'erase-member:' || e.id where e.member_id = $1), run_at := now())`,
    [id],
  );
}

const erased = (member: Member) =>
  waitFor('the member to be erased', async () => (await statusOf(member)) === 'ERASED');

async function confirm(service: string, memberId: string): Promise<void> {
  const name = `${service.charAt(0).toUpperCase()}${service.slice(1)}MemberErased`;
  await test.service.receive([
    {
      specversion: '1.0',
      id: randomUUID(),
      type: `guildhall.${service}.${name}.v1`,
      source: service as 'activities',
      time: testStart,
      subject: memberId,
      aggregate: `${service.charAt(0).toUpperCase()}${service.slice(1)}PersonalData` as 'ActivitiesPersonalData',
      sequence: 1,
      datacontenttype: 'application/json',
      name,
      data: { memberId },
    },
  ]);
}

describe('asking to be erased', () => {
  it('needs the name typed, leaves two weeks, and can be taken back', async () => {
    const member = await fixture.member('wavering', { displayName: 'Wanda Hill' });
    expect(await answer(member.subject, request, { confirmation: 'wanda' })).toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'confirmation' }],
    });
    const dueAt = new Date(start + secondThoughtsMs).toISOString();
    expect(await ask(member)).toMatchObject({ erasure: { status: 'SCHEDULED', dueAt } });
    expect(await ask(member)).toMatchObject({ __typename: 'ConflictError' });
    expect((await test.run(member.subject, own)).data).toEqual({
      viewer: {
        memberRecord: { id: member.id },
        erasure: { status: 'SCHEDULED', dueAt },
        erasureActions: ['CANCEL'],
      },
    });
    expect(await answer(member.subject, cancel, { confirm: false })).toMatchObject({ __typename: 'ValidationError' });
    expect(await answer(member.subject, cancel, { confirm: true })).toMatchObject({ erasure: { status: 'CANCELLED' } });
    expect(await answer(member.subject, cancel, { confirm: true })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    const [jobs]: { count: number }[] = await test.dataSource.query(
      `select count(*)::int as count from graphile_worker.jobs j join erasure e on j.key = 'erase-member:' || e.id where e.member_id = $1`,
      [member.id],
    );
    expect(jobs?.count).toBe(0);
    expect(await ask(member)).toMatchObject({ __typename: 'RequestErasureSuccess' });
  });

  it('is one request, however often it is sent at once', async () => {
    const member = await fixture.member('hasty');
    const kinds = (await Promise.all(Array.from({ length: 5 }, () => ask(member)))).map((one) => one['__typename']);
    expect(kinds.filter((kind) => kind === 'RequestErasureSuccess')).toHaveLength(1);
    expect(new Set(kinds)).toEqual(new Set(['RequestErasureSuccess', 'ConflictError']));
  });

  it('is neither offered nor granted to strangers, nor while the person holds a staff role, which the preview says before', async () => {
    expect(await answer('unknown', request, { confirmation: 'x' })).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await answer('unknown', cancel, { confirm: true })).toMatchObject({ __typename: 'NotAllowedError' });
    const member = await fixture.member('staff');
    const offered = '{ viewer { erasureActions } }';
    expect((await test.run('staff', offered)).data).toEqual({ viewer: { erasureActions: ['REQUEST'] } });
    await fixture.appointment('staff', 'ANALYST');
    expect((await test.run('staff', offered)).data).toEqual({ viewer: { erasureActions: [] } });
    expect((await test.run('unknown', offered)).data).toEqual({ viewer: { erasureActions: [] } });
    const preview =
      '{ viewer { erasurePreview { rulesVersion days obstacles membership { name title(language: ZH_CN) fate kept(language: EN) count } } } }';
    const { data, errors: failures } = await test.run('staff', preview);
    expect(failures).toBeUndefined();
    expect(data).toMatchObject({
      viewer: { erasurePreview: { rulesVersion: 1, days: 14, obstacles: ['STAFF_ROLE'] } },
    });
    const { erasurePreview } = (data ?? {})['viewer'] as {
      erasurePreview: { membership: { name: string; count: number | null }[] };
    };
    const items = erasurePreview.membership;
    expect(items.find(({ name }) => name === 'profile')).toMatchObject({ fate: 'PSEUDONYMISED', count: 1 });
    expect(await ask(member)).toMatchObject({ __typename: 'IllegalTransitionError', state: 'STAFF_ROLE' });
    expect((await test.run('unknown', preview)).data).toEqual({ viewer: { erasurePreview: null } });
  });
});

describe('an erasure', () => {
  it('ends offices and groups, leaves a tombstone, and frees the sign-in for somebody new', async () => {
    const member = await fixture.member('leaving', { displayName: 'Quentin Hill', bio: 'Likes quinces.' });
    const group = await fixture.group('Quince growers', [member.id]);
    await fixture.mandate(await fixture.position(group.id), member.id);
    const post = await fixture.post(group.id, member.id);
    await ask(member);
    await passTime(member);
    await erased(member);
    const [row]: Record<string, unknown>[] = await test.dataSource.query('select * from member where id = $1', [
      member.id,
    ]);
    expect(row).toMatchObject({ subject: `erased:${member.id}`, display_name: '', bio: null, programme: '' });
    expect(
      await test.dataSource.query('select 1 from actor_mandate where member_id = $1 and ends_at > $2', [
        member.id,
        clock.now(),
      ]),
    ).toEqual([]);
    expect(await test.dataSource.query(`select status, body from post where id = $1`, [post.id])).toMatchObject([
      { body: '' },
    ]);
    const events: { name: string }[] = await test.dataSource.query(
      `select name from outbox_event where data::text like '%' || $1 || '%' and time > $2 order by position`,
      [member.id, testStart],
    );
    expect(events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['GroupMembershipEnded', 'MemberStatusChanged']),
    );
    const { data } = await test.run('leaving', own);
    expect(data).toEqual({ viewer: { memberRecord: null, erasure: null, erasureActions: [] } });
    const apply =
      'mutation ($input: ApplyForMembershipInput!) { answer: applyForMembership(input: $input) { __typename } }';
    const facts = {
      studentNumber: member.studentNumber,
      displayName: 'New',
      faculty: 'Arts',
      programme: 'Art',
      level: 'UNDERGRADUATE',
      year: 1,
    };
    expect(await answer('leaving', apply, facts)).toEqual({ __typename: 'ApplyForMembershipSuccess' });
  });

  it('is harmless when it is run again, and waits another day for an obstacle', async () => {
    const member = await fixture.member('obstructed');
    await ask(member);
    await fixture.appointment('obstructed', 'ANALYST');
    await passTime(member);
    await waitFor('the erasure to be put off', async () => {
      const [row]: { due: Date }[] = await test.dataSource.query(
        'select due_at as due from erasure where member_id = $1',
        [member.id],
      );
      return row !== undefined && row.due.getTime() > start + secondThoughtsMs;
    });
    expect(await statusOf(member)).toBe('ACTIVE');
    await test.dataSource.query('update appointment set ended_at = starts_at where subject = $1', ['obstructed']);
    await passTime(member, 16);
    await erased(member);
    const [before]: { version: number }[] = await test.dataSource.query('select version from member where id = $1', [
      member.id,
    ]);
    await test.dataSource.query(
      `select graphile_worker.add_job('erase-member', json_build_object('erasureId', id)) from erasure where member_id = $1`,
      [member.id],
    );
    await waitFor('the second run', async () => {
      const rows: unknown[] = await test.dataSource.query(
        `select 1 from graphile_worker.jobs where task_identifier = 'erase-member' and run_at <= now()`,
      );
      return rows.length === 0;
    });
    expect(await test.dataSource.query('select version from member where id = $1', [member.id])).toEqual([before]);
  });

  it('is confirmed by each service once, and shown to an admin without a word about whom', async () => {
    const member = await fixture.member('receipted', { displayName: 'Rita Hill' });
    await ask(member);
    await passTime(member, 20);
    await erased(member);
    const receipts = `{ erasureReceipts(first: 1) { edges { node { id isComplete confirmations { service } } } } }`;
    const latest = async () => {
      const { data } = await test.run('sys', receipts);
      const page = data?.['erasureReceipts'] as {
        edges: { node: { isComplete: boolean; confirmations: { service: string }[] } }[];
      };
      return page.edges[0]?.node;
    };
    expect(await latest()).toMatchObject({ isComplete: false, confirmations: [{ service: 'MEMBERSHIP' }] });
    for (const service of ['activities', 'advocacy', 'learning']) {
      await confirm(service, member.id);
      await confirm(service, member.id);
    }
    await waitFor('every confirmation', async () => (await latest())?.isComplete === true);
    expect((await latest())?.confirmations).toHaveLength(4);
    expect(JSON.stringify(await latest())).not.toContain(member.id);
    expect((await test.run('receipted', receipts)).data).toEqual({ erasureReceipts: null });
  });

  it('cannot leave a name in the register, whatever the code does', async () => {
    const member = await fixture.member('constrained');
    await expect(
      test.dataSource.query(`update member set status = 'ERASED' where id = $1`, [member.id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'member_erased_is_empty' } });
  });
});
