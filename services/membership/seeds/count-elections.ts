import type { DemoElection } from '@guildhall/demo';
import { toId } from '@guildhall/kernel';
import { countPapers } from '@guildhall/stv';
import type { EntityManager } from 'typeorm';
import type { Counter } from '../src/count/count-result.js';
import { createCountRepository } from '../src/count/count.repository.js';
import { countContest } from '../src/count/use-cases/count-contest.js';
import { afterWorkingDays, currentElectionRules } from '../src/election/election-rules.js';

/** Counts here: a demo is loaded before anybody asks for anything. */
const counter: Counter = {
  count: ({ ballots, ron, ...contest }) =>
    Promise.resolve(countPapers(ballots, ron === undefined ? contest : { ...contest, ron })),
};

/** Counts the demo elections that are over as the platform counts, makes their results provisional and declares those that were. */
export async function countElections(
  manager: EntityManager,
  elections: readonly DemoElection[],
  campusZone: string,
): Promise<void> {
  const counts = createCountRepository(manager);
  for (const { id, schedule, contests, declaredAt } of elections) {
    const { countedAt } = schedule;
    if (countedAt === undefined) continue;
    await manager.query(`update election set status = 'CLOSED' where id = $1 and status = 'VOTING'`, [id]);
    for (const contest of contests) await countContest({ counts, counter }, toId(contest.id), countedAt);
    await manager.query(`update election set status = 'PROVISIONAL', complaints_until = $2 where id = $1`, [
      id,
      afterWorkingDays(countedAt, currentElectionRules.complaintDays, campusZone),
    ]);
    if (declaredAt !== undefined) await declare(manager, id, declaredAt);
  }
}

/** Who holds the office since is among the demo mandates already. */
async function declare(manager: EntityManager, electionId: string, declaredAt: Date): Promise<void> {
  await manager.query(
    `update candidate c set status = case when c.id = any(r.elected) then 'ELECTED' else 'NOT_ELECTED' end, changed_at = $2
     from count_result r join contest k on k.id = r.contest_id
     where c.contest_id = r.contest_id and k.election_id = $1 and c.status = 'STANDING'`,
    [electionId, declaredAt],
  );
  await manager.query(`update election set status = 'DECLARED', declared_at = $2 where id = $1`, [
    electionId,
    declaredAt,
  ]);
}
