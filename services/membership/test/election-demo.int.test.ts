import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealBallot } from '@guildhall/ballot';
import { demoElectionIds, planDemoElections, planDemoUnion, type DemoElection } from '@guildhall/demo';
import { startTestService, testStart, type TestService } from '@guildhall/testing';
import { loadDemoUnion } from '../seeds/load-demo.js';
import { membership } from './fixture.js';

const anchor = new Date(testStart);
const union = planDemoUnion({ anchor, size: 'small' });
const planned = new Map(planDemoElections(union, anchor).map((election) => [election.id, election]));

let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership);
  await test.dataSource.transaction((manager) =>
    loadDemoUnion(manager, { anchor, size: 'small', environment: {}, onProgress: () => undefined }),
  );
});
afterAll(() => test.stop());

const plan = (name: keyof typeof demoElectionIds): DemoElection => {
  const found = planned.get(demoElectionIds[name]);
  if (found === undefined) throw new RangeError(`no demo election ${name}`);
  return found;
};

const rows = <Row>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> =>
  test.dataSource.query(sql, [...parameters]);

describe('the elections of the demo union', () => {
  it('stand where they were planned to', async () => {
    const stored = await rows<{ id: string; status: string }>('select id, status from election order by id');
    expect(new Map(stored.map(({ id, status }) => [id, status]))).toEqual(
      new Map([...planned.values()].map(({ id, status }) => [id, status])),
    );
  });

  it('have as many ballots as people who voted, sealed or opened', async () => {
    const stored = await rows<{ id: string; status: string; voted: number; sealed: number; opened: number }>(
      `select c.id, e.status, (select count(*)::int from voter_roll_entry v where v.contest_id = c.id and v.has_voted) as voted,
         (select count(*)::int from ballot b where b.contest_id = c.id) as sealed,
         (select coalesce(sum(o.papers), 0)::int from opened_ballot o where o.contest_id = c.id) as opened
       from contest c join election e on e.id = c.election_id`,
    );
    expect(stored).toHaveLength(10);
    for (const { status, voted, sealed, opened } of stored) {
      expect([status, sealed]).toEqual([status, status === 'VOTING' || status === 'PROVISIONAL' ? voted : 0]);
      expect([status, opened]).toEqual([status, status === 'DECLARED' || status === 'PROVISIONAL' ? voted : 0]);
    }
  });

  it('have results that nobody wrote down: whoever holds the office today was elected to it by the count', async () => {
    const elected = await rows<{ position_id: string; member_id: string }>(
      `select k.position_id, c.member_id from count_result r join contest k on k.id = r.contest_id
       join election e on e.id = k.election_id and e.status = 'DECLARED' cross join unnest(r.elected) w(id)
       join candidate c on c.id = w.id and c.status = 'ELECTED'`,
    );
    expect(elected.length).toBeGreaterThan(4);
    for (const { position_id, member_id } of elected)
      expect(union.mandates.some((one) => one.positionId === position_id && one.memberId === member_id)).toBe(true);
  });

  it('have seats that are free when the results that are still to come are declared', async () => {
    expect(
      await rows(
        `select m.id from mandate m join contest c on c.position_id = m.position_id join election e on e.id = c.election_id
         where e.status <> 'DECLARED' and coalesce(m.ended_at, m.ends_at) > e.mandates_start_at`,
      ),
    ).toEqual([]);
  });

  it('have a job for every instant to come', async () => {
    const jobs = await rows<{ task: string; at: Date; key: string }>(
      // A job keeps the instant it is for; the worker moves its own `run_at` when that lies before today.
      `select t.identifier as task, (j.payload->>'_due')::timestamptz as at, j.key from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where j.key like '%:' || $1 or j.key like '%:' || $2`,
      [demoElectionIds.voting, demoElectionIds.nominations],
    );
    const { schedule } = plan('nominations');
    expect(jobs.map(({ task, at }) => `${task} ${at.toISOString()}`).toSorted()).toEqual(
      [
        `close-nominations ${schedule.nominationsCloseAt.toISOString()}`,
        `close-voting ${plan('voting').schedule.votingClosesAt.toISOString()}`,
        `close-voting ${schedule.votingClosesAt.toISOString()}`,
        `open-campaign ${schedule.campaignOpensAt.toISOString()}`,
        `open-voting ${schedule.votingOpensAt.toISOString()}`,
      ].toSorted(),
    );
  });

  it('let nobody who runs elections stand or nominate', async () => {
    expect(
      await rows(
        `select 1 from candidate c left join nomination n on n.candidate_id = c.id join member m on m.id in (c.member_id, n.nominator_id)
         join appointment a on a.subject = m.subject and a.role = 'RETURNING_OFFICER'`,
      ),
    ).toEqual([]);
  });

  it('show Ada what waits for her: three contests to vote in, and a nomination', async () => {
    const { data } = await test.run(
      'ada',
      `{ viewer { electionsToVoteIn { id contests { viewerBallot } } candidacies { status viewerActions } } }`,
    );
    expect(data).toEqual({
      viewer: {
        electionsToVoteIn: [
          { id: demoElectionIds.voting, contests: Array.from({ length: 3 }, () => ({ viewerBallot: 'OPEN' })) },
        ],
        candidacies: [{ status: 'NOMINATED', viewerActions: expect.arrayContaining(['CONSENT', 'DECLINE']) }],
      },
    });
  });

  it('take a ballot that a browser sealed, once', async () => {
    const { data } = await test.run(
      'ada',
      'query ($id: ID!) { election(id: $id) { ballotKeys { publicKey } contests { id candidates { id } } } }',
      { id: demoElectionIds.voting },
    );
    const { ballotKeys, contests } = (data?.['election'] ?? {}) as {
      ballotKeys: readonly { publicKey: string }[];
      contests: readonly { id: string; candidates: readonly { id: string }[] }[];
    };
    const keys = ballotKeys.map(({ publicKey }) => publicKey);
    const seal = async ({ id: contestId, candidates }: (typeof contests)[number]) => {
      const ids = candidates.map(({ id }) => id);
      const options = { electionId: demoElectionIds.voting, contestId, candidates: ids, keys };
      return { contestId, sealed: await sealBallot(ids.slice(0, 2), options) };
    };
    const cast = async (): Promise<unknown> => {
      const ballots = await Promise.all(contests.map(seal));
      const answer = await test.run(
        'ada',
        'mutation ($input: CastBallotsInput!) { castBallots(input: $input) { __typename } }',
        { input: { electionId: demoElectionIds.voting, ballots } },
      );
      return answer.data?.['castBallots'];
    };
    expect(await cast()).toEqual({ __typename: 'CastBallotsSuccess' });
    expect(await cast()).toEqual({ __typename: 'ConflictError' });
  });

  it('have results that anybody reads, with ballots to count again where there are enough', async () => {
    const query = 'query ($id: ID!) { election(id: $id) { contests { result { valid ballotFile } } } }';
    const read = async (id: string): Promise<unknown> => {
      const { data } = await test.run(undefined, query, { id });
      return data?.['election'];
    };
    expect(await read(demoElectionIds.network)).toEqual({
      contests: [{ result: { valid: expect.any(Number), ballotFile: expect.stringContaining('"') } }],
    });
    expect(await read(demoElectionIds.provisional)).toEqual({
      contests: [{ result: { valid: expect.any(Number), ballotFile: null } }],
    });
  });
});
