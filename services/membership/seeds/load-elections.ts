import { commitmentOf } from '@guildhall/lot';
import { demoTrusteeKeys, planDemoElections, type DemoElection, type DemoUnion } from '@guildhall/demo';
import { addJobs, insertRows, type PlannedJob, type Row, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { currentElectionRules } from '../src/election/election-rules.js';
import { electionTasks } from '../src/election/use-cases/set-clocks.js';
import { candidateRows, loadNominations } from './load-candidates.js';
import { countElections } from './count-elections.js';
import { loadBallots } from './load-ballots.js';
import { namedId } from './named-id.js';

/**
 * Loads the elections of the demo union. What was voted is counted by the platform's own count; where ballots lie sealed they
 * are sealed here, with the keys of the demo trustees, as a voter's browser seals them.
 */
export async function loadElections(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, environment }: Pick<SeedOptions, 'anchor' | 'environment'>,
): Promise<void> {
  const elections = planDemoElections(union, anchor);
  await insertRows(manager, 'election', elections.map(electionRow));
  await insertRows(manager, 'contest', elections.flatMap(contestRows));
  await insertRows(manager, 'candidate', elections.flatMap(candidateRows));
  await loadNominations(manager, elections);
  await insertRows(manager, 'trustee_key', elections.flatMap(keyRows));
  for (const { id, voters, roll } of elections.flatMap(({ contests }) => contests)) {
    const voted = new Set(voters);
    await manager.query(
      `insert into voter_roll_entry (contest_id, member_id, has_voted)
       select $1, r.id, r.voted from unnest($2::uuid[], $3::boolean[]) as r(id, voted) order by random()`,
      [id, roll, roll.map((memberId) => voted.has(memberId))],
    );
  }
  await loadBallots(manager, elections);
  await countElections(manager, elections, environment['GUILDHALL_CAMPUS_ZONE'] ?? 'Europe/London');
  await insertRows(manager, 'election_complaint', elections.flatMap(complaintRows));
  await tellOfNominations(manager, elections);
  await addJobs(
    manager,
    elections.flatMap((election) => jobsOf(election, anchor)),
  );
}

/** Where an election is before its ballots are loaded and counted. */
const firstStatus = {
  NOMINATIONS: 'NOMINATIONS',
  VOTING: 'VOTING',
  PROVISIONAL: 'VOTING',
  DECLARED: 'CLOSED',
} as const;

function electionRow({ id, title, groupId, status, schedule, seed, ...election }: DemoElection): Row {
  return {
    id,
    title,
    seed,
    group_id: groupId,
    status: firstStatus[status],
    campaign_rules: election.campaignRules,
    rules_version: currentElectionRules.version,
    returning_officer: election.returningOfficer,
    second_trustee: election.secondTrustee,
    seed_commitment: commitmentOf(seed),
    nominations_open_at: schedule.nominationsOpenAt,
    nominations_close_at: schedule.nominationsCloseAt,
    campaign_opens_at: schedule.campaignOpensAt,
    voting_opens_at: schedule.votingOpensAt,
    voting_closes_at: schedule.votingClosesAt,
    mandates_start_at: schedule.mandatesStartAt,
    announced_at: election.plannedAt,
    version: 1,
  };
}

function contestRows({ id: electionId, contests }: DemoElection): readonly Row[] {
  return contests.map(({ id, positionId, seats, mandatesEndAt }, index) => ({
    id,
    seats,
    election_id: electionId,
    position_id: positionId,
    mandates_end_at: mandatesEndAt,
    place: index + 1,
    version: 1,
  }));
}

function keyRows({ id, status, returningOfficer, secondTrustee }: DemoElection): readonly Row[] {
  const shared = { election_id: id, has_opened: status === 'PROVISIONAL' || status === 'DECLARED' };
  const { returningOfficer: first, second } = demoTrusteeKeys;
  return [
    { ...shared, role: 'RETURNING_OFFICER', holder: returningOfficer, public_key: first.publicKey },
    { ...shared, role: 'SECOND', holder: secondTrustee, public_key: second.publicKey },
  ];
}

function complaintRows({ id: electionId, returningOfficer, complaints }: DemoElection): readonly Row[] {
  return complaints.map(({ id, byId, text, madeAt, dismissedBecause }) => ({
    id,
    election_id: electionId,
    member_id: byId,
    words: text,
    made_at: madeAt,
    version: 1,
    status: dismissedBecause === undefined ? 'OPEN' : 'DISMISSED',
    ...(dismissedBecause !== undefined && {
      ruling: dismissedBecause,
      ruled_by: returningOfficer,
      ruled_at: new Date(madeAt.getTime() + 86_400_000),
    }),
  }));
}

/** Those who are nominated and have not answered were told so. */
async function tellOfNominations(manager: EntityManager, elections: readonly DemoElection[]): Promise<void> {
  await manager.query(
    `insert into notification (id, member_id, reason, source_id, subject_kind, subject_id, told_at)
     select ${namedId("'nominated/' || c.id")}, c.member_id, 'NOMINATED', c.id, 'ELECTION', k.election_id, c.nominated_at
     from candidate c join contest k on k.id = c.contest_id where c.status = 'NOMINATED' and k.election_id = any($1::uuid[])
     on conflict do nothing`,
    [elections.map(({ id }) => id)],
  );
}

function jobsOf({ id, schedule }: DemoElection, anchor: Date): readonly PlannedJob[] {
  const instants = {
    [electionTasks.closeNominations]: schedule.nominationsCloseAt,
    [electionTasks.openCampaign]: schedule.campaignOpensAt,
    [electionTasks.openVoting]: schedule.votingOpensAt,
    [electionTasks.closeVoting]: schedule.votingClosesAt,
  };
  return Object.entries(instants)
    .filter(([, runAt]) => runAt > anchor)
    .map(([task, runAt]) => ({ task, payload: { electionId: id }, runAt, key: `${task}:${id}` }));
}
