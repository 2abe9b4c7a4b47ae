import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { connectionLimits } from '../src/connection/connection-limits.js';
import type { Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';
import { createTies } from './ties.js';

const clock = new TestClock(testStart);
const ties = createTies(() => test);
let test: TestService;
let fixture: Fixture;
let made = 0;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

/** Two members whom nobody else in this file touches. */
async function pair(): Promise<readonly [Member, Member]> {
  made += 1;
  const audiences = { bio: 'CONNECTIONS' as const };
  const [ask, other] = [`ask${made}`, `other${made}`];
  const [one, two] = [await fixture.member(ask, { bio: 'Hills' }), await fixture.member(other, { bio: 'Lakes' })];
  for (const { id } of [one, two])
    await test.dataSource.query('update member set audiences = audiences || $2::jsonb where id = $1', [id, audiences]);
  return [one, two];
}

async function stored(a: Member, b: Member): Promise<readonly string[]> {
  const rows: readonly { status: string }[] = await test.dataSource.query(
    `select status from member_connection where requester_id in ($1, $2) and addressee_id in ($1, $2) order by requested_at, id`,
    [a.id, b.id],
  );
  return rows.map(({ status }) => status);
}

async function told(member: Member): Promise<readonly string[]> {
  const rows: readonly { reason: string }[] = await test.dataSource.query(
    'select reason from notification where member_id = $1 order by told_at, id',
    [member.id],
  );
  return rows.map(({ reason }) => reason);
}

async function runDue(a: Member, b: Member): Promise<void> {
  await test.dataSource.query(
    `select graphile_worker.reschedule_jobs(array(select j.id from graphile_worker.jobs j join member_connection c
       on j.key = 'connection:' || c.id where c.requester_id = $1 and c.addressee_id = $2), run_at := now())`,
    [a.id, b.id],
  );
}

const success = (name: string) => ({ __typename: `${name}Success` });

describe('a request', () => {
  it('waits for both to see, is accepted, and shows each what the other tells connections', async () => {
    const [a, b] = await pair();
    expect(await ties.act(a.subject, 'requestConnection', b.id, { message: ' Coffee? ' })).toMatchObject({
      ...success('RequestConnection'),
      tie: { state: 'REQUESTED_BY_VIEWER', message: 'Coffee?', viewerActions: ['WITHDRAW', 'BLOCK'] },
    });
    expect(await ties.list(a.subject, 'requestsSent')).toEqual([b.id]);
    expect(await ties.list(b.subject, 'requestsReceived')).toEqual([a.id]);
    expect(await told(b)).toEqual(['CONNECTION_REQUESTED']);
    expect(await ties.tie(b.subject, a.id)).toMatchObject({
      bio: null,
      tie: { state: 'REQUESTED_OF_VIEWER', message: 'Coffee?', viewerActions: ['ACCEPT', 'DECLINE', 'BLOCK'] },
    });
    expect(await ties.act(b.subject, 'acceptConnection', a.id)).toMatchObject({
      ...success('AcceptConnection'),
      tie: { state: 'CONNECTED', message: null, since: testStart, expiresAt: null },
    });
    expect(await told(a)).toEqual(['CONNECTION_ACCEPTED']);
    expect(await ties.tie(a.subject, b.id)).toMatchObject({ bio: 'Lakes', tie: { state: 'CONNECTED' } });
    expect(await ties.tie(b.subject, a.id)).toMatchObject({ bio: 'Hills' });
    expect(await ties.list(a.subject, 'connections', '(search: "OTHER")')).toEqual([b.id]);
    expect(await ties.list(a.subject, 'connections', '(search: "nobody")')).toEqual([]);
    expect(await ties.act(a.subject, 'removeConnection', b.id)).toMatchObject({ tie: { state: 'NONE' } });
    for (const [viewer, other] of [[a, b] as const, [b, a] as const])
      expect(await ties.tie(viewer.subject, other.id)).toMatchObject({
        bio: null,
        tie: { state: 'NONE', since: null },
      });
    expect(await told(b)).toEqual(['CONNECTION_REQUESTED']);
  });

  it('that is declined is to its asker one that waits, in every answer, until it is over for both', async () => {
    const [a, b] = await pair();
    await ties.act(a.subject, 'requestConnection', b.id, { message: 'Hello' });
    const before = await ties.tie(a.subject, b.id);
    await ties.act(b.subject, 'declineConnection', a.id);
    expect(await ties.tie(b.subject, a.id)).toMatchObject({ tie: { state: 'NONE', message: null } });
    expect(await ties.list(b.subject, 'requestsReceived')).toEqual([]);
    expect(await ties.tie(a.subject, b.id)).toEqual(before);
    expect(await ties.list(a.subject, 'requestsSent')).toEqual([b.id]);
    expect(await told(a)).toEqual([]);
    // To ask again, to accept one's own and to end what is not there are answered like before.
    expect(await ties.act(a.subject, 'requestConnection', b.id)).toMatchObject({ tie: { message: 'Hello' } });
    expect(await ties.act(a.subject, 'acceptConnection', b.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await ties.act(a.subject, 'removeConnection', b.id)).toMatchObject({
      message: expect.stringContaining('REQUESTED'),
    });
    expect(await ties.act(b.subject, 'acceptConnection', a.id)).toMatchObject({ __typename: 'NotFoundError' });
    clock.advance(connectionLimits.silenceMs);
    expect(await ties.tie(a.subject, b.id)).toMatchObject({ tie: { state: 'NONE' } });
    expect(await ties.list(a.subject, 'requestsSent')).toEqual([]);
    await runDue(a, b);
    await waitFor('the request to end', async () => (await stored(a, b))[0] === 'CLOSED');
    clock.advance(connectionLimits.askAgainMs);
    await runDue(a, b);
    await waitFor('the request to be forgotten', async () => (await stored(a, b)).length === 0);
  });

  it.each(['waits', 'was declined'])('that %s is taken back with the same answer', async (how) => {
    const [a, b] = await pair();
    await ties.act(a.subject, 'requestConnection', b.id);
    if (how === 'was declined') await ties.act(b.subject, 'declineConnection', a.id);
    expect(await ties.act(a.subject, 'withdrawConnection', b.id)).toMatchObject({
      ...success('WithdrawConnection'),
      tie: { state: 'NONE', viewerActions: ['REQUEST', 'BLOCK'] },
    });
    expect(await ties.list(b.subject, 'requestsReceived')).toEqual([]);
    expect(await ties.act(a.subject, 'withdrawConnection', b.id)).toMatchObject({ __typename: 'NotFoundError' });
  });

  it.each(['waits', 'was declined'])('that %s becomes a connection when the other asks', async (how) => {
    const [a, b] = await pair();
    await ties.act(a.subject, 'requestConnection', b.id);
    if (how === 'was declined') await ties.act(b.subject, 'declineConnection', a.id);
    expect(await ties.act(b.subject, 'requestConnection', a.id)).toMatchObject({ tie: { state: 'CONNECTED' } });
    expect(await stored(a, b)).toEqual(['CONNECTED']);
    expect(await told(a)).toEqual(['CONNECTION_ACCEPTED']);
  });

  it('is made once however often it is sent, with the same key or another', async () => {
    const [a, b] = await pair();
    const first = await ties.act(a.subject, 'requestConnection', b.id, { idempotencyKey: 'once' });
    expect(await ties.act(a.subject, 'requestConnection', b.id, { idempotencyKey: 'once' })).toEqual(first);
    expect(await ties.act(a.subject, 'requestConnection', b.id)).toEqual(first);
    expect(
      await ties.act(a.subject, 'requestConnection', b.id, { idempotencyKey: 'once', message: 'Other' }),
    ).toMatchObject({ __typename: 'ConflictError' });
    expect(await stored(a, b)).toEqual(['REQUESTED']);
  });

  it('can be made again after it is over, before its job has run', async () => {
    const [a, b] = await pair();
    await ties.act(a.subject, 'requestConnection', b.id);
    clock.advance(connectionLimits.silenceMs);
    expect(await ties.act(b.subject, 'acceptConnection', a.id)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await ties.act(b.subject, 'requestConnection', a.id)).toMatchObject({
      tie: { state: 'REQUESTED_BY_VIEWER' },
    });
    expect(await stored(a, b)).toEqual(['CLOSED', 'REQUESTED']);
  });

  it('to one person is made three times in 90 days at most, whatever became of it', async () => {
    const [a, b] = await pair();
    for (let round = 0; round < connectionLimits.asksOfOneMax; round += 1) {
      expect(await ties.act(a.subject, 'requestConnection', b.id)).toMatchObject(success('RequestConnection'));
      await ties.act(a.subject, 'withdrawConnection', b.id);
    }
    expect(await ties.act(a.subject, 'requestConnection', b.id)).toMatchObject({ __typename: 'LimitReachedError' });
    clock.advance(connectionLimits.askAgainMs + 1);
    expect(await ties.act(a.subject, 'requestConnection', b.id)).toMatchObject(success('RequestConnection'));
  });

  it('waits with 19 others at most; one that was declined counts until it is over', async () => {
    const [a, b] = await pair();
    for (let index = 0; index < connectionLimits.openRequestsMax; index += 1) {
      const asked = await fixture.member(`crowd${index}`);
      await fixture.connection(a.id, asked.id, index % 2 === 0 ? 'REQUESTED' : 'SILENT');
    }
    expect(await ties.act(a.subject, 'requestConnection', b.id)).toMatchObject({ __typename: 'LimitReachedError' });
  });

  it('pages without a gap or a repeat while more are made, and costs the same statements for few and many', async () => {
    const [a] = await pair();
    for (let index = 0; index < 6; index += 1)
      await fixture.connection(a.id, (await fixture.member(`page${index}`)).id);
    const query = `query ($first: Int, $after: String) { viewer { connections(first: $first, after: $after) {
      edges { node { state viewerActions member { id displayName bio tie { state } } } } pageInfo { hasNextPage endCursor } } } }`;
    type Answer = {
      connections: {
        edges: { node: { member: { displayName: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const met: string[] = [];
    for (let after: string | undefined; ;) {
      const { data } = await test.run(a.subject, query, { first: 2, after });
      const viewer = data?.['viewer'] as Answer;
      const { edges, pageInfo } = viewer.connections;
      met.push(...edges.map(({ node }) => node.member.displayName));
      await fixture.connection(a.id, (await fixture.member(`late${met.length}`)).id);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(met.filter((name) => name.startsWith('page')).toSorted()).toEqual(
      Array.from({ length: 6 }, (_, index) => `page${index}`),
    );
    const statements = async (first: number) =>
      (await test.countStatements(() => test.run(a.subject, query, { first }))).length;
    await statements(2);
    expect(await statements(6)).toBe(await statements(2));
  });
});

describe('at the same instant', () => {
  const rounds = [1, 2, 3, 4];

  it.each(rounds)('two who ask each other are connected once (round %i)', async () => {
    const [a, b] = await pair();
    await Promise.all([
      ties.act(a.subject, 'requestConnection', b.id),
      ties.act(b.subject, 'requestConnection', a.id),
      ties.act(a.subject, 'requestConnection', b.id),
    ]);
    expect(await stored(a, b)).toEqual(['CONNECTED']);
    expect([...(await told(a)), ...(await told(b))].toSorted()).toEqual([
      'CONNECTION_ACCEPTED',
      'CONNECTION_REQUESTED',
    ]);
  });

  it.each(rounds)('a request is accepted or taken back, never both (round %i)', async () => {
    const [a, b] = await pair();
    await ties.act(a.subject, 'requestConnection', b.id);
    const [accepted, withdrawn] = (await Promise.all([
      ties.act(b.subject, 'acceptConnection', a.id),
      ties.act(a.subject, 'withdrawConnection', b.id),
    ])) as { __typename: string }[];
    const isAccepted = accepted?.__typename === 'AcceptConnectionSuccess';
    expect(withdrawn?.__typename).toBe(isAccepted ? 'IllegalTransitionError' : 'WithdrawConnectionSuccess');
    expect(await stored(a, b)).toEqual([isAccepted ? 'CONNECTED' : 'CLOSED']);
  });

  it.each(rounds)('a block beats being accepted (round %i)', async () => {
    const [a, b] = await pair();
    await ties.act(a.subject, 'requestConnection', b.id);
    await Promise.all([ties.act(b.subject, 'acceptConnection', a.id), ties.act(a.subject, 'blockMember', b.id)]);
    expect(await stored(a, b)).toEqual(['CLOSED']);
    expect(await ties.list(a.subject, 'blocks')).toEqual([b.id]);
  });
});

describe('the database', () => {
  const brokenRule = (constraint: string) => ({ driverError: { constraint } });

  it('keeps one live connection per pair, whoever asked, and none with oneself', async () => {
    const [a, b] = await pair();
    await fixture.connection(a.id, b.id);
    await expect(fixture.connection(b.id, a.id)).rejects.toMatchObject(brokenRule('member_connection_one_live'));
    await expect(fixture.connection(b.id, a.id, 'REQUESTED')).rejects.toMatchObject(
      brokenRule('member_connection_one_live'),
    );
    await expect(fixture.connection(a.id, a.id)).rejects.toMatchObject(brokenRule('member_connection_of_two'));
  });

  it('keeps no live connection where there is a block', async () => {
    const [a, b] = await pair();
    await fixture.connection(a.id, b.id);
    await expect(fixture.block(b.id, a.id)).rejects.toMatchObject(brokenRule('member_block_ends_connection'));
    const [c, d] = await pair();
    await fixture.block(d.id, c.id);
    await expect(fixture.connection(c.id, d.id)).rejects.toMatchObject(brokenRule('member_connection_not_blocked'));
    await fixture.connection(c.id, d.id, 'SILENT');
  });

  it('answers both ways alike whether two are connected or blocked', async () => {
    const [a, b] = await pair();
    const [c, d] = await pair();
    await fixture.connection(a.id, b.id);
    await fixture.block(c.id, d.id);
    const ask = async (one: Member, other: Member): Promise<unknown> =>
      (
        await test.dataSource.query(
          'select is_connected($1::uuid, $2::uuid) as connected, is_blocked($1::uuid, $2::uuid) as blocked, is_connected(null, $2::uuid) as nobody',
          [one.id, other.id],
        )
      )[0];
    for (const [one, other] of [[a, b] as const, [b, a] as const])
      expect(await ask(one, other)).toEqual({ connected: true, blocked: false, nobody: false });
    for (const [one, other] of [[c, d] as const, [d, c] as const])
      expect(await ask(one, other)).toEqual({ connected: false, blocked: true, nobody: false });
  });
});
