import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeTrusteeKey, sealBallot } from '@guildhall/ballot';
import { startTestService, TestClock, waitFor, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { ElectionId } from '../src/election/election.js';
import type { Member } from '../src/member/member.js';
import { resumeOpenings } from '../src/wiring/elections-ballots.js';
import { BallotBox, duringVoting, votingClosesAt, type OpenElection } from './ballot-box.js';
import { ElectionActs } from './election-acts.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(duringVoting);
let test: TestService;
let box: BallotBox;
let acts: ElectionActs;
let voters: readonly Member[];

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  box = new BallotBox(test, fixture);
  acts = new ElectionActs(test, clock);
  await acts.staff('otto', 'RETURNING_OFFICER');
  await acts.staff('sys', 'ADMIN');
  await acts.staff('other-admin', 'ADMIN');
  voters = await Promise.all(Array.from({ length: 12 }, (_, number) => fixture.member(`voter-${number}`)));
});
afterAll(() => test.stop());

/** What each voter ranks, by places on the paper. */
const rankings = [[0], [0, 1], [0, 1], [1, 0], [1], [], [2], [0], [1, 2, 0], [0]];

/** An election whose voting is closed, with ten ballots in each contest and an eleventh that no client of ours makes. */
async function closed(contests = 2): Promise<OpenElection> {
  const election = await box.open(voters, { contests });
  for (const [place, ranking] of rankings.entries()) {
    const ballots = await Promise.all(election.contests.map((contest) => box.seal(election, contest, ranking)));
    await box.cast(voters[place]?.subject, election.id, ballots);
  }
  for (const contest of election.contests) {
    const sealed = await sealBallot([], {
      electionId: crypto.randomUUID(),
      contestId: contest.id,
      candidates: contest.candidates,
      keys: [election.officer.publicKey, election.second.publicKey],
    });
    await box.cast(voters[10]?.subject, election.id, [{ contestId: contest.id, sealed }]);
  }
  clock.set(votingClosesAt);
  await box.job('close-voting', election.id, votingClosesAt);
  return election;
}

const handIn = (subject: string, electionId: string, privateKey: string) =>
  box.send(subject, 'openBallots', { electionId, privateKey });
const handedIn = async (electionId: string): Promise<readonly unknown[]> =>
  ((await acts.look('otto', electionId, 'trustees { role hasOpened isViewer }'))?.['trustees'] ??
    []) as readonly unknown[];
const statusOf = async (electionId: string) => (await acts.look('otto', electionId, 'status'))?.['status'];
const jobsLeft = (electionId: string): Promise<readonly { attempts: number; locked_at: Date | null }[]> =>
  test.dataSource.query('select attempts, locked_at from graphile_worker.jobs where key = $1', [
    `open-ballots:${electionId}`,
  ]);
const openedOf = async (election: OpenElection, contest = election.contests[0]) => {
  const rows: readonly { preferences: readonly string[] | null; papers: number }[] = await test.dataSource.query(
    'select preferences, papers from opened_ballot where contest_id = $1',
    [contest?.id],
  );
  const places = rows.map(({ preferences, papers }) => [
    preferences?.map((id) => contest?.candidates.indexOf(id)).join('') ?? 'spoilt',
    papers,
  ]);
  return new Map(places as [string, number][]);
};

describe('the keys of ballots', () => {
  const register = (subject: string, electionId: string, publicKey: string) =>
    box.send(subject, 'registerTrusteeKey', { electionId, publicKey });

  it('are given by the two trustees, can be replaced until voting opens, and are told to everybody', async () => {
    const election = await box.open([], { status: 'CAMPAIGN' });
    clock.set('2096-09-22T08:00:00.000Z');
    const [one, two] = [await makeTrusteeKey(), await makeTrusteeKey()];
    await expect(register('otto', election.id, one.publicKey)).resolves.toMatchObject({
      __typename: 'RegisterTrusteeKeySuccess',
    });
    await expect(register('otto', election.id, one.publicKey)).resolves.toMatchObject({
      __typename: 'RegisterTrusteeKeySuccess',
    });
    await expect(register('sys', election.id, one.publicKey)).resolves.toMatchObject({ __typename: 'ConflictError' });
    await expect(register('sys', election.id, two.publicKey)).resolves.toMatchObject({
      __typename: 'RegisterTrusteeKeySuccess',
    });
    expect(
      await acts.look(
        'voter-0',
        election.id,
        'ballotKeys { trustee publicKey } trustees { role isViewer hasRegistered hasOpened }',
      ),
    ).toEqual({
      ballotKeys: [
        { trustee: 'RETURNING_OFFICER', publicKey: one.publicKey },
        { trustee: 'SECOND', publicKey: two.publicKey },
      ],
      trustees: [
        { role: 'RETURNING_OFFICER', isViewer: false, hasRegistered: true, hasOpened: false },
        { role: 'SECOND', isViewer: false, hasRegistered: true, hasOpened: false },
      ],
    });
    clock.set(duringVoting);
    await expect(register('otto', election.id, one.publicKey)).resolves.toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('are refused from others, of hidden elections, and where nothing can be sealed with them', async () => {
    const election = await box.open([], { status: 'CAMPAIGN' });
    clock.set('2096-09-22T08:00:00.000Z');
    const { publicKey } = await makeTrusteeKey();
    await expect(register('other-admin', election.id, publicKey)).resolves.toMatchObject({
      __typename: 'NotAllowedError',
    });
    await expect(register('voter-0', election.id, publicKey)).resolves.toMatchObject({ __typename: 'NotAllowedError' });
    await expect(register('otto', acts.missing, publicKey)).resolves.toMatchObject({ __typename: 'NotFoundError' });
    await expect(register('otto', election.id, 'A'.repeat(43))).resolves.toMatchObject({
      __typename: 'ValidationError',
      fields: [{ path: 'publicKey', rule: 'BAD_FORMAT' }],
    });
    clock.set(duringVoting);
  });
});

describe('handing in the keys', () => {
  it('opens all ballots with the second of the two, counts them, and keeps neither a key nor whose a paper is', async () => {
    const election = await closed();
    await expect(handIn('sys', election.id, election.second.privateKey)).resolves.toMatchObject({
      __typename: 'OpenBallotsSuccess',
    });
    await expect(handedIn(election.id)).resolves.toEqual([
      { role: 'RETURNING_OFFICER', hasOpened: false, isViewer: true },
      { role: 'SECOND', hasOpened: true, isViewer: false },
    ]);
    await expect(statusOf(election.id)).resolves.toBe('CLOSED');
    await handIn('otto', election.id, election.officer.privateKey);
    await box.finished(`open-ballots:${election.id}`);
    await expect(statusOf(election.id)).resolves.toBe('PROVISIONAL');
    for (const contest of election.contests)
      await expect(openedOf(election, contest)).resolves.toEqual(
        new Map([
          ['0', 3],
          ['01', 2],
          ['10', 1],
          ['1', 1],
          ['', 1],
          ['2', 1],
          ['120', 1],
          ['spoilt', 1],
        ]),
      );
    const result = await acts.look('voter-0', election.id, 'contests { result { valid blank spoilt elected { id } } }');
    expect(result?.['contests']).toEqual(
      election.contests.map(({ candidates }) => ({
        result: { valid: 9, blank: 1, spoilt: 1, elected: [{ id: candidates[0] }] },
      })),
    );
    const [kept] = await test.dataSource.query(
      'select count(*)::int as keys, count(sealed_private_key)::int as private from trustee_key where election_id = $1',
      [election.id],
    );
    expect(kept).toEqual({ keys: 2, private: 0 });
    await expect(handIn('otto', election.id, election.officer.privateKey)).resolves.toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    clock.set(duringVoting);
  });

  it('is refused with another key, before the close, from others and of hidden elections', async () => {
    const election = await closed(1);
    const wrong = { __typename: 'ValidationError', fields: [{ path: 'privateKey', rule: 'CONTRADICTION' }] };
    for (const key of [election.second.privateKey, (await makeTrusteeKey()).privateKey, '', 'no key'])
      await expect(handIn('otto', election.id, key)).resolves.toMatchObject(wrong);
    await expect(handIn('other-admin', election.id, election.officer.privateKey)).resolves.toMatchObject({
      __typename: 'NotAllowedError',
    });
    await expect(handIn('otto', acts.missing, election.officer.privateKey)).resolves.toMatchObject({
      __typename: 'NotFoundError',
    });
    clock.set(duringVoting);
    const open = await box.open(voters);
    await expect(handIn('otto', open.id, open.officer.privateKey)).resolves.toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('leaves nothing in the database that opens a ballot while one key is missing', async () => {
    const election = await closed(1);
    await handIn('otto', election.id, election.officer.privateKey);
    const rows: unknown = await test.dataSource.query('select to_jsonb(t) as all from trustee_key t');
    expect(JSON.stringify(rows)).not.toContain(election.officer.privateKey);
    const jobs: unknown = await test.dataSource.query('select * from graphile_worker._private_jobs');
    expect(JSON.stringify(jobs)).not.toContain(election.officer.privateKey);
    clock.set(duringVoting);
  });

  it('at the same instant by both opens the ballots once', async () => {
    const election = await closed(1);
    await Promise.all([
      handIn('otto', election.id, election.officer.privateKey),
      handIn('sys', election.id, election.second.privateKey),
    ]);
    await box.finished(`open-ballots:${election.id}`);
    await expect(statusOf(election.id)).resolves.toBe('PROVISIONAL');
    expect([...(await openedOf(election)).values()].reduce((sum, papers) => sum + papers, 0)).toBe(11);
    clock.set(duringVoting);
  });

  it('is asked for again when the process that was opening ends, and one of the two is then enough', async () => {
    const election = await closed(1);
    // The database refuses what was opened, as if it went away in the middle.
    await test.dataSource.query(
      `alter table opened_ballot add constraint opened_ballot_fails check (papers < 0) not valid`,
    );
    await handIn('otto', election.id, election.officer.privateKey);
    await handIn('sys', election.id, election.second.privateKey);
    await box.hurry(`open-ballots:${election.id}`);
    await waitFor('the job to fail', async () =>
      (await jobsLeft(election.id)).some(({ attempts, locked_at }) => attempts > 0 && locked_at === null),
    );
    await expect(statusOf(election.id)).resolves.toBe('CLOSED');
    expect((await openedOf(election)).size).toBe(0);
    // Another process starts: it holds no keys.
    const repositories = createRepositories(test.dataSource.manager);
    repositories.keyCustody.forget(election.id as ElectionId);
    await test.dataSource.query('select graphile_worker.remove_job($1)', [`open-ballots:${election.id}`]);
    await waitFor('nothing to open any more', async () => (await jobsLeft(election.id)).length === 0);
    await test.dataSource.query('alter table opened_ballot drop constraint opened_ballot_fails');
    await resumeOpenings(repositories);
    expect(JSON.stringify(await handedIn(election.id))).not.toContain('"hasOpened":true');
    await box.job('open-ballots', election.id, votingClosesAt);
    await expect(statusOf(election.id)).resolves.toBe('CLOSED');
    await handIn('sys', election.id, election.second.privateKey);
    await box.finished(`open-ballots:${election.id}`);
    await expect(statusOf(election.id)).resolves.toBe('PROVISIONAL');
    expect((await openedOf(election)).get('0')).toBe(3);
    clock.set(duringVoting);
  });

  it('opens nothing of an election that was halted meanwhile, until it goes on', async () => {
    const election = await closed(1);
    await handIn('otto', election.id, election.officer.privateKey);
    await acts.kind('otto', 'suspendElection', { electionId: election.id, reason: 'A question of the roll.' });
    await expect(handIn('sys', election.id, election.second.privateKey)).resolves.toMatchObject({
      __typename: 'IllegalTransitionError',
    });
    await box.job('open-ballots', election.id, votingClosesAt);
    expect((await openedOf(election)).size).toBe(0);
    await acts.kind('otto', 'resumeElection', { electionId: election.id });
    await handIn('sys', election.id, election.second.privateKey);
    await box.finished(`open-ballots:${election.id}`);
    await expect(statusOf(election.id)).resolves.toBe('PROVISIONAL');
    clock.set(duringVoting);
  });
});

describe('an election that is voided while voting is open', () => {
  it('leaves nothing that tells whose its sealed ballots are', async () => {
    const election = await box.open(voters);
    const [contest] = election.contests;
    if (contest === undefined) throw new Error('an election has contests');
    for (const { subject } of voters) await box.cast(subject, election.id, [await box.seal(election, contest, [0])]);
    await acts.kind('otto', 'voidElection', { electionId: election.id, reason: 'The roll was wrong.' });
    await expect(statusOf(election.id)).resolves.toBe('VOIDED');
    const versions: readonly unknown[] = await test.dataSource.query(
      'select distinct xmin::text from ballot union select distinct xmin::text from voter_roll_entry',
    );
    expect(versions).toHaveLength(1);
    await expect(box.counts(contest.id)).resolves.toEqual({ ballots: voters.length, voted: voters.length });
  });
});
