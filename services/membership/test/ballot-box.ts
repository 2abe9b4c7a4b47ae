import { randomUUID } from 'node:crypto';
import { makeTrusteeKey, sealBallot, type TrusteeKey } from '@guildhall/ballot';
import { commitmentOf } from '@guildhall/lot';
import { waitFor, type TestService } from '@guildhall/testing';
import type { Member } from '../src/member/member.js';
import type { Fixture } from './fixture.js';
import type { Outcome } from './group-acts.js';

/** When voting of these elections opened, and closes; far enough ahead that no job is due before a test says so. */
export const votingOpensAt = '2096-09-24T08:00:00.000Z';
export const duringVoting = '2096-09-25T12:00:00.000Z';
export const votingClosesAt = '2096-09-26T16:00:00.000Z';

/** A contest in which votes are cast. */
export type OpenContest = { readonly id: string; readonly candidates: readonly string[] };

/** An election whose voting is open, with the keys of both trustees. */
export type OpenElection = {
  readonly id: string;
  readonly contests: readonly OpenContest[];
  readonly officer: TrusteeKey;
  readonly second: TrusteeKey;
};

/** A ballot as it is sent. */
export type Sent = { readonly contestId: string; readonly sealed: string };

const failures = '... on ValidationError { fields { path rule } } ... on UserError { message }';

/** Elections in which votes are cast, through the schema, and their rows. */
export class BallotBox {
  constructor(
    private readonly test: TestService,
    private readonly fixture: Fixture,
  ) {}

  /** Writes the rows of an election whose voting is open, in whose every contest the voters are on the roll. */
  async open(
    voters: readonly Member[],
    { contests = 1, candidates = 3, status = 'VOTING' } = {},
  ): Promise<OpenElection> {
    const id = randomUUID();
    const [officer, second] = await Promise.all([makeTrusteeKey(), makeTrusteeKey()]);
    const seed = `seed of ${id}`;
    await this.test.dataSource.query(
      `insert into election (id, title, status, campaign_rules, rules_version, returning_officer, second_trustee, seed, seed_commitment,
         nominations_open_at, nominations_close_at, campaign_opens_at, voting_opens_at, voting_closes_at, mandates_start_at, announced_at, version)
       values ($1, $2, $3, 'Be fair.', 1, 'otto', 'sys', $4, $5, '2096-09-10', '2096-09-17', '2096-09-21', $6, $7, '2096-10-15', '2096-09-03', 1)`,
      [id, `Election ${id.slice(0, 8)}`, status, seed, commitmentOf(seed), votingOpensAt, votingClosesAt],
    );
    await this.test.dataSource
      .query(
        `insert into trustee_key (election_id, role, holder, public_key) values ($1, 'RETURNING_OFFICER', 'otto', $2), ($1, 'SECOND', 'sys', $3)`,
        [id, officer.publicKey, second.publicKey],
      )
      .catch((error: unknown) => {
        if (status === 'VOTING') throw error;
      });
    const open: OpenContest[] = [];
    for (let place = 1; place <= contests; place += 1) open.push(await this.contest(id, { place, candidates, voters }));
    return { id, contests: open, officer, second };
  }

  private async contest(
    electionId: string,
    { place, candidates, voters }: { place: number; candidates: number; voters: readonly Member[] },
  ): Promise<OpenContest> {
    const position = await this.fixture.position(undefined, 'UNION_OFFICER');
    const id = randomUUID();
    await this.test.dataSource.query(
      `insert into contest (id, election_id, position_id, seats, mandates_end_at, place, version) values ($1, $2, $3, 1, '2097-10-15', $4, 1)`,
      [id, electionId, position.id, place],
    );
    const paper = Array.from({ length: candidates }, () => randomUUID());
    await this.test.dataSource.query(
      `insert into candidate (id, contest_id, name, is_reopen, status, statements, ballot_place, nominated_at, changed_at, version)
       select p.id, $1, 'Candidate ' || p.place, p.place = $3, case when p.place < $3 then 'STANDING' end, '[]', p.place, '2096-09-12', '2096-09-20', 1
       from unnest($2::uuid[]) with ordinality as p(id, place)`,
      [id, paper, candidates],
    );
    await this.test.dataSource.query(
      'insert into voter_roll_entry (contest_id, member_id) select $1, m from unnest($2::uuid[]) as m order by random()',
      [id, voters.map((voter) => voter.id)],
    );
    return { id, candidates: paper };
  }

  /** Seals a ballot that ranks candidates by their places on the paper, from 0. */
  async seal(election: OpenElection, contest: OpenContest, places: readonly number[]): Promise<Sent> {
    const sealed = await sealBallot(
      places.map((place) => contest.candidates[place] ?? ''),
      {
        electionId: election.id,
        contestId: contest.id,
        candidates: contest.candidates,
        keys: [election.officer.publicKey, election.second.publicKey],
      },
    );
    return { contestId: contest.id, sealed };
  }

  /** Casts ballots and gives the outcome. */
  cast(subject: string | undefined, electionId: string, ballots: readonly Sent[]): Promise<Outcome> {
    return this.send(subject, 'castBallots', { electionId, ballots });
  }

  /** Runs one of the three mutations and gives its outcome. */
  async send(subject: string | undefined, name: string, input: object): Promise<Outcome> {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const made = name === 'castBallots' ? 'receipts { receipt contest { id } }' : 'election { id }';
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${made} } ${failures} } }`;
    const { data, errors } = await this.test.run(subject, query, { input });
    if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data?.[name] as Outcome;
  }

  /** Runs the job of an election now, and waits until it is done. */
  async job(task: string, electionId: string, due: string): Promise<void> {
    const key = `${task}:${electionId}`;
    await this.test.dataSource.query(
      `select graphile_worker.add_job($1, payload := $2::json, run_at := now(), job_key := $3)`,
      [task, JSON.stringify({ electionId, _due: due }), key],
    );
    await this.finished(key);
  }

  /** Runs the job with the key now, whatever instant it waits for. */
  async hurry(key: string): Promise<void> {
    await this.test.dataSource.query(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())',
      [key],
    );
  }

  /** Runs the job with the key now and waits until none is left. */
  async finished(key: string): Promise<void> {
    await this.hurry(key);
    await waitFor(`the job ${key}`, async () => {
      const rows: readonly unknown[] = await this.test.dataSource.query(
        'select 1 from graphile_worker.jobs where key = $1',
        [key],
      );
      return rows.length === 0;
    });
  }

  /** How many ballots a contest has, and how many on its roll have voted. */
  async counts(contestId: string): Promise<{ ballots: number; voted: number }> {
    const [row]: readonly { ballots: number; voted: number }[] = await this.test.dataSource.query(
      `select (select count(*)::int from ballot where contest_id = $1) as ballots,
         (select count(*)::int from voter_roll_entry where contest_id = $1 and has_voted) as voted`,
      [contestId],
    );
    return row ?? { ballots: -1, voted: -1 };
  }
}
