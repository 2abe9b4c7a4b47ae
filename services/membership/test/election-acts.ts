import { randomBytes } from 'node:crypto';
import { createIdSource, type StaffRole } from '@guildhall/kernel';
import { makeTrusteeKey, sealBallot, type TrusteeKey } from '@guildhall/ballot';
import { waitFor, type TestClock, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import type { Outcome } from './group-acts.js';

const ids = createIdSource(
  () => Date.now(),
  (count) => randomBytes(count),
);

/** A year far enough ahead that no job of these tests is due before a test says so. */
export const electionStart = '2096-09-03T09:00:00.000Z';

/** The dates of an election planned at `electionStart`. */
export const electionDates = {
  nominationsOpenAt: '2096-09-10T08:00:00.000Z',
  nominationsCloseAt: '2096-09-17T16:00:00.000Z',
  campaignOpensAt: '2096-09-21T08:00:00.000Z',
  votingOpensAt: '2096-09-24T08:00:00.000Z',
  votingClosesAt: '2096-09-26T16:00:00.000Z',
  mandatesStartAt: '2096-10-15T00:00:00.000Z',
};

/** When the mandates of those elected end. */
export const mandatesEndAt = '2097-10-15T00:00:00.000Z';

/** What a ballot is sealed for. */
export type Ballot = {
  readonly electionId: string;
  readonly contestId: string;
  readonly candidates: readonly string[];
  readonly keys: readonly TrusteeKey[];
};

const fields = 'id title status statusReason viewerActions seedCommitment seed';
const selection: Readonly<Record<string, string>> = {
  addContest: 'contest { id seats }',
  editContest: 'contest { id seats mandatesEndAt }',
};

/** What returning officers do in tests, through the schema, and the clock by which elections follow their dates. */
export class ElectionActs {
  constructor(
    private readonly test: TestService,
    private readonly clock: TestClock,
  ) {}

  /** An id of nothing. */
  readonly missing = '018f0000-0000-7000-8000-000000000000';

  /** Runs a mutation and gives its outcome. */
  async act(subject: string | undefined, name: string, input: object): Promise<Outcome> {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename
      ... on ${type}Success { ${selection[name] ?? `election { ${fields} }`} }
      ... on UserError { message ... on ValidationError { fields { path rule } } } } }`;
    const { data, errors } = await this.test.run(subject, query, { input });
    const outcome = data?.[name];
    if (errors !== undefined || typeof outcome !== 'object' || outcome === null || !('__typename' in outcome))
      throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return outcome as Outcome;
  }

  /** Runs a mutation and gives the name of its outcome. */
  async kind(subject: string | undefined, name: string, input: object): Promise<string> {
    return (await this.act(subject, name, input)).__typename;
  }

  /** A staff appointment in force at the time of these tests. */
  async staff(subject: string, role: StaffRole): Promise<void> {
    await createRepositories(this.test.dataSource.manager).appointments.addUnlessHeld({
      id: ids.ordered(),
      subject,
      role,
      startsAt: new Date('2095-01-01T00:00:00Z'),
      endsAt: new Date('2097-06-01T00:00:00Z'),
      endedAt: undefined,
      grantedBy: 'system:test',
      confirmedBy: undefined,
      confirmedAt: undefined,
      version: 1,
    });
  }

  /** Plans an election with a contest for each position and gives its id with theirs. */
  async planned(title: string, positionIds: readonly string[], more: object = {}) {
    const planned = await this.act('otto', 'planElection', {
      title,
      schedule: electionDates,
      campaignRules: 'Be fair.',
      secondTrustee: 'sys',
      ...more,
    });
    const { id: electionId } = planned['election'] as { id: string };
    const contestIds: string[] = [];
    for (const positionId of positionIds) {
      const added = await this.act('otto', 'addContest', { electionId, positionId, seats: 1, mandatesEndAt });
      contestIds.push((added['contest'] as { id: string }).id);
    }
    return { electionId, contestIds };
  }

  /** Plans an election and announces it. */
  async announced(title: string, positionIds: readonly string[], more: object = {}) {
    const planned = await this.planned(title, positionIds, more);
    await this.kind('otto', 'announceElection', { electionId: planned.electionId });
    return planned;
  }

  /** Both trustees give keys of their own; gives these back, the returning officer's first. */
  async giveKeys(electionId: string): Promise<readonly TrusteeKey[]> {
    const keys = [await makeTrusteeKey(), await makeTrusteeKey()];
    for (const [index, subject] of ['otto', 'sys'].entries())
      await this.kind(subject, 'registerTrusteeKey', { electionId, publicKey: keys[index]?.publicKey });
    return keys;
  }

  /** Casts a ballot that ranks these candidates of a contest. */
  async vote(subject: string, contest: Ballot, preferences: readonly string[]): Promise<string> {
    const keys = contest.keys.map(({ publicKey }) => publicKey);
    const sealed = await sealBallot(preferences, { ...contest, keys });
    const ballots = [{ contestId: contest.contestId, sealed }];
    const { data } = await this.test.run(
      subject,
      'mutation ($input: CastBallotsInput!) { castBallots(input: $input) { __typename } }',
      { input: { electionId: contest.electionId, ballots } },
    );
    return String((data?.['castBallots'] as Outcome | undefined)?.__typename);
  }

  /** Both trustees hand in their private keys, and the ballots are opened and counted. */
  async open(electionId: string, keys: readonly TrusteeKey[]): Promise<void> {
    for (const [index, subject] of ['otto', 'sys'].entries())
      await this.kind(subject, 'openBallots', { electionId, privateKey: keys[index]?.privateKey });
    await this.hurry(`open-ballots:${electionId}`);
  }

  /** The ids of who stands in a contest, by name. */
  async paper(contestId: string): Promise<ReadonlyMap<string, string>> {
    const { data } = await this.test.run('otto', 'query ($id: ID!) { contest(id: $id) { candidates { id name } } }', {
      id: contestId,
    });
    const contest = data?.['contest'] as { candidates: readonly { id: string; name: string }[] } | undefined;
    return new Map(contest?.candidates.map(({ id, name }) => [name, id]));
  }

  /** Somebody is a candidate of a contest, as far as said. */
  async stand(contestId: string, memberId: string, status = 'ELIGIBLE'): Promise<string> {
    const id = ids.random();
    await this.test.dataSource.query(
      `insert into candidate (id, contest_id, member_id, name, is_reopen, status, statements, nominated_at, changed_at, version)
       select $1, $2, m.id, m.display_name, false, $4, '[]', $5, $5, 1 from member m where m.id = $3`,
      [id, contestId, memberId, status, this.clock.now()],
    );
    return id;
  }

  /** The returning officer says that somebody may not stand. */
  async refuse(candidateId: string): Promise<string> {
    const { data } = await this.test.run(
      'otto',
      'mutation ($input: ScreenCandidateInput!) { screenCandidate(input: $input) { __typename } }',
      { input: { candidateId, isEligible: false, reason: 'Not of this electorate.' } },
    );
    return String((data?.['screenCandidate'] as Outcome | undefined)?.__typename);
  }

  /** Somebody is suspended from the union. */
  async suspend(by: string, memberId: string, until: string): Promise<string> {
    const { data } = await this.test.run(
      by,
      'mutation ($input: SuspendMemberInput!) { suspendMember(input: $input) { __typename } }',
      { input: { memberId, reason: 'For the test.', until } },
    );
    return String((data?.['suspendMember'] as Outcome | undefined)?.__typename);
  }

  /** An election that is in its campaign, with these members standing in its one contest and both keys given. */
  async campaign(title: string, positionId: string, memberIds: readonly string[]) {
    const { electionId, contestIds } = await this.announced(title, [positionId]);
    const [contestId = ''] = contestIds;
    for (const memberId of memberIds) await this.stand(contestId, memberId);
    const keys = await this.giveKeys(electionId);
    await this.come('close-nominations', electionId, electionDates.nominationsCloseAt);
    await this.kind('otto', 'publishCandidates', { electionId });
    await this.come('open-campaign', electionId, electionDates.campaignOpensAt);
    return { electionId, contestId, keys };
  }

  /** Lets an instant come: time jumps there, and the job of that instant runs to its end. */
  async come(task: string, electionId: string, instant: string): Promise<void> {
    this.clock.set(instant);
    await this.hurry(`${task}:${electionId}`);
  }

  /** Runs the job with the key now and waits until it is done. */
  async hurry(key: string): Promise<void> {
    await this.test.dataSource.query(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())',
      [key],
    );
    // Hurrying a job does not wake the worker; adding one does.
    await this.test.dataSource.query(`select pg_notify('jobs:insert', '{"r":1,"count":1}')`);
    await waitFor(`${key} is done`, async () => !(await this.waits(key)));
  }

  /** Whether a job with the key waits. */
  async waits(key: string): Promise<boolean> {
    const rows: readonly unknown[] = await this.test.dataSource.query(
      'select 1 from graphile_worker.jobs where key = $1',
      [key],
    );
    return rows.length > 0;
  }

  /** What an election looks like to somebody. */
  async look(
    subject: string | undefined,
    id: string,
    selected = fields,
  ): Promise<Readonly<Record<string, unknown>> | null> {
    const { data, errors } = await this.test.run(subject, `query ($id: ID!) { election(id: $id) { ${selected} } }`, {
      id,
    });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return (data?.['election'] ?? null) as Readonly<Record<string, unknown>> | null;
  }
}
