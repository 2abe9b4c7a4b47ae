import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import { BallotBox, duringVoting, votingClosesAt, type OpenElection, type Sent } from './ballot-box.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(duringVoting);
let test: TestService;
let box: BallotBox;
let voters: readonly Member[];

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  box = new BallotBox(test, fixture);
  const subjects = Array.from({ length: 24 }, (_, number) => `voter-${number}`);
  voters = await Promise.all(subjects.map((subject) => fixture.member(subject)));
});
afterAll(() => test.stop());

const sealAll = (election: OpenElection, places: readonly number[]): Promise<readonly Sent[]> =>
  Promise.all(election.contests.map((contest) => box.seal(election, contest, places)));

async function expectEqual(election: OpenElection, votes: number): Promise<void> {
  for (const { id } of election.contests)
    await expect(box.counts(id)).resolves.toEqual({ ballots: votes, voted: votes });
}

describe('many at once', () => {
  it('on two devices of one member cast one ballot, and the other device is told', async () => {
    const election = await box.open(voters, { contests: 3 });
    const attempts = await Promise.all(Array.from({ length: 6 }, (_, number) => sealAll(election, [number % 3])));
    const outcomes = await Promise.all(attempts.map((ballots) => box.cast('voter-0', election.id, ballots)));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'CastBallotsSuccess',
      ...Array.from({ length: 5 }, () => 'ConflictError'),
    ]);
    await expectEqual(election, 1);
  });

  it('that send the same ballots are all told that they are cast, and they are there once', async () => {
    const election = await box.open(voters, { contests: 2 });
    const ballots = await sealAll(election, [1, 2]);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => box.cast('voter-1', election.id, ballots)));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]?.__typename).toBe('CastBallotsSuccess');
    await expectEqual(election, 1);
  });

  it('with overlapping contests in opposite orders do not stop each other', async () => {
    const election = await box.open(voters, { contests: 12 });
    const rounds = voters.slice(2, 8).map(async ({ subject }, number) => {
      const ballots = await sealAll(election, [number % 3]);
      const parts = [ballots, ballots.toReversed(), ballots.slice(4), ballots.slice(0, 8).toReversed()];
      const outcomes = await Promise.all(parts.map((part) => box.cast(subject, election.id, part)));
      return outcomes.map(({ __typename }) => __typename);
    });
    expect(new Set((await Promise.all(rounds)).flat())).toEqual(new Set(['CastBallotsSuccess']));
    await expectEqual(election, 6);
  });

  it('of whom two send one and the same ballot have one voter between them', async () => {
    const election = await box.open(voters, { contests: 2 });
    const ballots = await sealAll(election, [0]);
    const outcomes = await Promise.all([
      box.cast('voter-9', election.id, ballots),
      box.cast('voter-10', election.id, ballots.toReversed()),
    ]);
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['CastBallotsSuccess', 'ConflictError']);
    await expectEqual(election, 1);
  });

  it('while voting closes are told that they are cast exactly when they are', async () => {
    const election = await box.open(voters, { contests: 2 });
    const sent = await Promise.all(
      voters.map(async ({ subject }) => ({ subject, ballots: await sealAll(election, [0]) })),
    );
    const [early, late] = [sent.slice(0, 12), sent.slice(12)];
    const casting = early.map(({ subject, ballots }) => box.cast(subject, election.id, ballots));
    clock.set(votingClosesAt);
    const closing = box.job('close-voting', election.id, votingClosesAt);
    const outcomes = await Promise.all([
      ...casting,
      ...late.map(({ subject, ballots }) => box.cast(subject, election.id, ballots)),
    ]);
    await closing;
    clock.set(duringVoting);
    const told = outcomes.filter(({ __typename }) => __typename === 'CastBallotsSuccess').length;
    const refused = outcomes.filter(({ __typename }) => __typename === 'IllegalTransitionError').length;
    expect(told + refused).toBe(voters.length);
    await expectEqual(election, told);
  });

  it('while another election closes only wait for it', async () => {
    const closing = await box.open(voters, { contests: 2 });
    const open = await box.open(voters, { contests: 2 });
    for (const { subject } of voters.slice(0, 4)) await box.cast(subject, closing.id, await sealAll(closing, [0]));
    const sent = await Promise.all(voters.map(async ({ subject }) => ({ subject, ballots: await sealAll(open, [0]) })));
    // Ours is closed by its own dates; the other one has a day left.
    await test.dataSource.query(`update election set voting_closes_at = '2096-09-25T11:00:00Z' where id = $1`, [
      closing.id,
    ]);
    const closed = box.job('close-voting', closing.id, '2096-09-25T11:00:00.000Z');
    const outcomes = await Promise.all(sent.map(({ subject, ballots }) => box.cast(subject, open.id, ballots)));
    await closed;
    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(new Set(['CastBallotsSuccess']));
    await expectEqual(open, voters.length);
    await expectEqual(closing, 4);
  });
});
