import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receiptOf, verifyInclusion, type ReceiptProof } from '@guildhall/ballot';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import {
  BallotBox,
  duringVoting,
  votingClosesAt,
  type OpenContest,
  type OpenElection,
  type Sent,
} from './ballot-box.js';
import { ElectionActs } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(duringVoting);
let test: TestService;
let box: BallotBox;
let ada: Member;
let voters: readonly Member[];

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  box = new BallotBox(test, fixture);
  const acts = new ElectionActs(test, clock);
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
  ada = await fixture.member('ada');
  const others = await Promise.all(['rosa', 'uma', 'kofi', 'wei'].map((subject) => fixture.member(subject)));
  await fixture.member('late');
  voters = [ada, ...others];
});
afterAll(() => test.stop());

const first = ({ contests: [contest] }: OpenElection): OpenContest => {
  if (contest === undefined) throw new Error('an election has contests');
  return contest;
};
const look = async (subject: string | undefined, contestId: string, receipt = '') => {
  const { data, errors } = await test.run(
    subject,
    `query ($id: ID!, $receipt: String!) { contest(id: $id) { viewerBallot ballotRoot inclusionProof(receipt: $receipt) { index size path }
       election { ballotKeys { trustee publicKey } trustees { role isViewer hasRegistered hasOpened } } } }`,
    { id: contestId, receipt },
  );
  expect(errors).toBeUndefined();
  return data?.['contest'] as {
    viewerBallot: string;
    ballotRoot: string | null;
    inclusionProof: ReceiptProof | null;
    election: { ballotKeys: readonly object[]; trustees: readonly object[] };
  };
};

describe('casting ballots', () => {
  it('keeps a sealed ballot in each contest, and says on the roll that its member has voted', async () => {
    const election = await box.open(voters, { contests: 3 });
    const ballots = await Promise.all(election.contests.map((contest) => box.seal(election, contest, [1, 0])));
    expect((await look('ada', first(election).id)).viewerBallot).toBe('OPEN');
    const cast = await box.cast('ada', election.id, ballots);
    const receipts = await Promise.all(ballots.map(({ sealed }) => receiptOf(sealed)));
    expect(cast).toEqual({
      __typename: 'CastBallotsSuccess',
      receipts: receipts.map((receipt, place) => ({ receipt, contest: { id: election.contests[place]?.id } })),
    });
    for (const { id } of election.contests) {
      await expect(box.counts(id)).resolves.toEqual({ ballots: 1, voted: 1 });
      expect((await look('ada', id)).viewerBallot).toBe('CAST');
    }
  });

  it('again with the same bytes is casting once, with others a conflict, and alone in what is left it goes on', async () => {
    const election = await box.open(voters, { contests: 2 });
    const [one, two] = await Promise.all(election.contests.map((contest) => box.seal(election, contest, [0])));
    const another = await box.seal(election, first(election), [2]);
    if (one === undefined || two === undefined) throw new Error('there are two contests');
    const cast = await box.cast('ada', election.id, [one]);
    await expect(box.cast('ada', election.id, [one])).resolves.toEqual(cast);
    await expect(box.cast('ada', election.id, [another])).resolves.toMatchObject({ __typename: 'ConflictError' });
    await expect(box.cast('ada', election.id, [another, two])).resolves.toMatchObject({ __typename: 'ConflictError' });
    expect((await look('ada', two.contestId)).viewerBallot).toBe('OPEN');
    await expect(box.cast('ada', election.id, [one, two])).resolves.toMatchObject({ __typename: 'CastBallotsSuccess' });
    for (const { id } of election.contests) await expect(box.counts(id)).resolves.toEqual({ ballots: 1, voted: 1 });
  });

  it('of somebody else’s sealed ballot is none: a vote cannot be copied without reading it', async () => {
    const election = await box.open(voters);
    const ballot = await box.seal(election, first(election), [0]);
    await box.cast('rosa', election.id, [ballot]);
    await expect(box.cast('ada', election.id, [ballot])).resolves.toMatchObject({ __typename: 'ConflictError' });
    await expect(box.counts(first(election).id)).resolves.toEqual({ ballots: 1, voted: 1 });
  });

  it('is for who is on the roll, in contests of an election that can be seen', async () => {
    const election = await box.open(voters);
    const other = await box.open(voters);
    const ballot = await box.seal(election, first(election), [0]);
    const kind = async (subject: string | undefined, electionId: string, ballots: readonly Sent[]) =>
      (await box.cast(subject, electionId, ballots)).__typename;
    await expect(kind('late', election.id, [ballot])).resolves.toBe('NotAllowedError');
    await expect(kind('otto', election.id, [ballot])).resolves.toBe('NotAllowedError');
    await expect(kind(undefined, election.id, [ballot])).resolves.toBe('NotAllowedError');
    await expect(kind('ada', other.id, [ballot])).resolves.toBe('NotFoundError');
    await expect(kind('ada', ada.id, [ballot])).resolves.toBe('NotFoundError');
    expect((await look('late', first(election).id)).viewerBallot).toBe('NOT_ON_ROLL');
    expect((await look(undefined, first(election).id)).viewerBallot).toBe('NOT_ON_ROLL');
  });

  it('refuses what was not sealed for the contest, by the place in the list', async () => {
    const election = await box.open(voters, { contests: 2 });
    const ballot = await box.seal(election, first(election), [0]);
    const fieldsOf = async (ballots: readonly Sent[]) => {
      const outcome = await box.cast('ada', election.id, ballots);
      return outcome['fields'];
    };
    const long = { ...ballot, sealed: `${ballot.sealed}AAAA` };
    await expect(fieldsOf([])).resolves.toEqual([{ path: 'ballots', rule: 'REQUIRED' }]);
    await expect(fieldsOf([long])).resolves.toEqual([{ path: 'ballots.0.sealed', rule: 'BAD_FORMAT' }]);
    await expect(fieldsOf([ballot, ballot])).resolves.toEqual([{ path: 'ballots', rule: 'CONTRADICTION' }]);
    await expect(fieldsOf([{ ...ballot, sealed: '!' }])).resolves.toEqual([
      { path: 'ballots.0.sealed', rule: 'BAD_FORMAT' },
    ]);
    const many = Array.from({ length: 51 }, () => ballot);
    await expect(fieldsOf(many)).resolves.toContainEqual({ path: 'ballots', rule: 'TOO_LONG' });
    await expect(box.counts(first(election).id)).resolves.toEqual({ ballots: 0, voted: 0 });
  });

  it('costs as many statements for twelve contests as for two', async () => {
    const costs = await Promise.all(
      [2, 12].map(async (contests) => {
        const election = await box.open(voters, { contests });
        const ballots = await Promise.all(election.contests.map((contest) => box.seal(election, contest, [0, 1])));
        return { election, ballots };
      }),
    );
    const counts: number[] = [];
    for (const { election, ballots } of costs)
      counts.push((await test.countStatements(() => box.cast('ada', election.id, ballots))).length);
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('ballots in the database', () => {
  const insert = (contestId: string, sealed: Uint8Array) =>
    test.dataSource.query(
      `insert into ballot (receipt, contest_id, sealed) values (encode(sha256($2), 'hex'), $1, $2)`,
      [contestId, Buffer.from(sealed)],
    );

  it('are refused with another length, another receipt, and when the election takes none', async () => {
    const election = await box.open(voters);
    const planned = await box.open(voters, { status: 'CLOSED' });
    await expect(insert(first(election).id, new Uint8Array(10))).rejects.toMatchObject({
      driverError: { constraint: 'ballot_has_one_length' },
    });
    await expect(insert(first(planned).id, new Uint8Array(146))).rejects.toMatchObject({
      driverError: { constraint: 'ballot_is_cast_while_voting' },
    });
    await expect(
      test.dataSource.query(`insert into ballot (receipt, contest_id, sealed) values (repeat('0', 64), $1, $2)`, [
        first(election).id,
        Buffer.alloc(146),
      ]),
    ).rejects.toMatchObject({ driverError: { constraint: 'ballot_receipt_is_digest' } });
  });

  it('never change, and do not go', async () => {
    const election = await box.open(voters);
    await box.cast('ada', election.id, [await box.seal(election, first(election), [0])]);
    for (const statement of ['update ballot set contest_id = contest_id', 'delete from ballot'])
      await expect(test.dataSource.query(statement)).rejects.toMatchObject({
        driverError: { constraint: 'ballot_is_final' },
      });
  });

  it('are as many as have voted, or the election does not close', async () => {
    const election = await box.open(voters);
    await test.dataSource.query(
      'update voter_roll_entry set has_voted = true where contest_id = $1 and member_id = $2',
      [first(election).id, ada.id],
    );
    await expect(
      test.dataSource.query(`update election set status = 'CLOSED' where id = $1`, [election.id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'election_closes_equal' } });
  });

  it('are sealed with two keys of two people, which stay when voting is open', async () => {
    const election = await box.open(voters);
    const change = (what: string) =>
      test.dataSource.query(`update trustee_key set ${what} where election_id = $1 and role = 'SECOND'`, [election.id]);
    await expect(change(`public_key = repeat('A', 43)`)).rejects.toMatchObject({
      driverError: { constraint: 'trustee_key_stays' },
    });
    await expect(change(`holder = 'otto'`)).rejects.toMatchObject({
      driverError: { constraint: 'trustee_key_two_people' },
    });
    const campaign = await box.open([], { status: 'CAMPAIGN' });
    await test.dataSource.query(`delete from trustee_key where election_id = $1 and role = 'SECOND'`, [campaign.id]);
    await expect(
      test.dataSource.query(`update election set status = 'VOTING' where id = $1`, [campaign.id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'election_opens_with_keys' } });
  });
});

describe('the close', () => {
  it('takes no ballot any more, still knows those that were cast, and proves that each is included', async () => {
    const election = await box.open(voters);
    const contest = first(election);
    const ballots = await Promise.all(voters.slice(0, 3).map(() => box.seal(election, contest, [0])));
    for (const [place, ballot] of ballots.entries()) await box.cast(voters[place]?.subject, election.id, [ballot]);
    const receipt = await receiptOf(ballots[0]?.sealed ?? '');
    const open = await look('ada', contest.id, receipt);
    expect([open.ballotRoot, open.inclusionProof]).toEqual([null, null]);
    clock.set(votingClosesAt);
    expect((await look('kofi', contest.id)).viewerBallot).toBe('NOT_CAST');
    const late = await box.seal(election, contest, [1]);
    await expect(box.cast('kofi', election.id, [late])).resolves.toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await box.job('close-voting', election.id, votingClosesAt);
    await expect(box.cast('kofi', election.id, [late])).resolves.toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await expect(box.cast('ada', election.id, ballots.slice(0, 1))).resolves.toMatchObject({
      __typename: 'CastBallotsSuccess',
    });
    const { ballotRoot, inclusionProof, viewerBallot } = await look('ada', contest.id, receipt);
    expect([viewerBallot, inclusionProof?.size]).toEqual(['CAST', 3]);
    expect(inclusionProof && verifyInclusion(receipt, inclusionProof, ballotRoot ?? '')).toBe(true);
    expect((await look('ada', contest.id, await receiptOf(late.sealed))).inclusionProof).toBeNull();
    clock.set(duringVoting);
  });

  it('leaves every row of roll and ballots with the same transaction and command, of other elections too', async () => {
    const election = await box.open(voters);
    const other = await box.open(voters);
    for (const { subject } of voters) {
      await box.cast(subject, election.id, [await box.seal(election, first(election), [0])]);
      await box.cast(subject, other.id, [await box.seal(other, first(other), [1])]);
    }
    const versions = async (): Promise<readonly unknown[]> =>
      test.dataSource.query(`select distinct x, c from (select xmin::text as x, cmin::text as c from ballot) v
         union all select distinct x, c from (select xmin::text as x, cmin::text as c from voter_roll_entry) v`);
    expect((await versions()).length).toBeGreaterThan(2);
    clock.set(votingClosesAt);
    await box.job('close-voting', election.id, votingClosesAt);
    // One command wrote each of the two tables.
    expect(await versions()).toHaveLength(2);
    clock.set(duringVoting);
    await expect(box.counts(first(other).id)).resolves.toEqual({ ballots: voters.length, voted: voters.length });
    const ballot = await box.seal(other, first(other), [1]);
    await expect(box.cast('ada', other.id, [ballot])).resolves.toMatchObject({ __typename: 'ConflictError' });
  });
});
