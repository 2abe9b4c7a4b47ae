import { randomUUID } from 'node:crypto';
import { commitmentOf } from '@guildhall/lot';
import type { TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { CandidateId } from '../src/candidate/candidate.js';
import type { ContestId } from '../src/contest/contest.js';
import type { CountResult } from '../src/count/count-result.js';
import { countContest } from '../src/count/use-cases/count-contest.js';
import { recountContest } from '../src/count/use-cases/recount-contest.js';
import type { ElectionId } from '../src/election/election.js';
import type { Fixture } from './fixture.js';

/** The seed of every election here, and what is published of it before voting. */
export const seed = 'a seed that nobody knew before';
export const seedCommitment = commitmentOf(seed);

/** A ballot as the letters of those it ranks, how many are equal, and `undefined` for those that could not be read. */
export type Cast = readonly [papers: number, ranked: string | undefined];

/** A closed contest whose ballots are opened; candidates are called by their letters, and `R` re-opens nominations. */
export type ClosedContest = {
  readonly electionId: ElectionId;
  readonly contestId: ContestId;
  readonly ids: ReadonlyMap<string, CandidateId>;
};

/** Writes the rows of a closed election with one contest, whose candidates are A, B, C … and re-opening nominations. */
export async function closedContest(
  test: TestService,
  fixture: Fixture,
  { ballots, letters = 'ABC', seats = 1 }: { ballots: readonly Cast[]; letters?: string; seats?: number },
): Promise<ClosedContest> {
  const position = await fixture.position(undefined, 'UNION_OFFICER', seats);
  const [electionId, contestId] = [randomUUID() as ElectionId, randomUUID() as ContestId];
  await test.dataSource.query(
    `insert into election (id, title, status, campaign_rules, rules_version, returning_officer, second_trustee, seed, seed_commitment,
       nominations_open_at, nominations_close_at, campaign_opens_at, voting_opens_at, voting_closes_at, mandates_start_at, announced_at, version)
     values ($1, $2, 'CLOSED', 'Be fair.', 1, 'otto', 'amira', $3, $4, '2026-09-01', '2026-09-08', '2026-09-10', '2026-09-15', '2026-09-18',
       '2026-10-20', '2026-08-30', 1)`,
    [electionId, `Election ${electionId.slice(0, 8)}`, seed, seedCommitment],
  );
  await test.dataSource.query(
    `insert into contest (id, election_id, position_id, seats, mandates_end_at, place, version) values ($1, $2, $3, $4, '2027-10-20', 1, 1)`,
    [contestId, electionId, position.id, seats],
  );
  const ids = new Map([...`${letters}R`].map((letter) => [letter, randomUUID() as CandidateId]));
  for (const [place, [letter, id]] of [...ids].entries())
    await test.dataSource.query(
      `insert into candidate (id, contest_id, name, is_reopen, status, statements, ballot_place, nominated_at, changed_at, version)
       values ($1, $2, $3, $4, $5, '[]', $6, '2026-09-02', '2026-09-09', 1)`,
      [id, contestId, `Candidate ${letter}`, letter === 'R', letter === 'R' ? null : 'STANDING', place + 1],
    );
  for (const [papers, ranked] of ballots)
    await test.dataSource.query('insert into opened_ballot (contest_id, preferences, papers) values ($1, $2, $3)', [
      contestId,
      ranked === undefined ? null : [...ranked].map((letter) => ids.get(letter)),
      papers,
    ]);
  return { electionId, contestId, ids };
}

/** Counts a contest as the platform does, in a transaction of its own. */
export const count = (test: TestService, { contestId }: ClosedContest, now: Date): Promise<CountResult> =>
  test.dataSource.transaction((manager) => countContest(createRepositories(manager), contestId, now));

/** Counts a contest again as the platform does when somebody was taken out. */
export const recount = (test: TestService, { contestId }: ClosedContest, now: Date): Promise<void> =>
  test.dataSource.transaction((manager) => recountContest(createRepositories(manager), contestId, now));

/** The result becomes public: everything of the election is counted. */
export async function makeProvisional(test: TestService, { electionId }: ClosedContest): Promise<void> {
  await test.dataSource.query(
    `update election set status = 'PROVISIONAL', complaints_until = '2026-10-10', version = version + 1 where id = $1`,
    [electionId],
  );
}

/** A candidate stands down or is taken out. */
export async function takeOut(test: TestService, contest: ClosedContest, letter: string): Promise<void> {
  await test.dataSource.query(`update candidate set status = 'WITHDRAWN', version = version + 1 where id = $1`, [
    contest.ids.get(letter),
  ]);
}
