import { systemActor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { recountContest } from '../../count/use-cases/recount-contest.js';
import type { Repositories } from '../../deps.js';
import type { Today } from '../../election/schedule.js';
import { markCounted } from '../../election/use-cases/mark-counted.js';
import type { Candidacy } from '../candidate.js';

/**
 * Counts a contest again when it was counted already and who stands in it has changed; the time for complaints begins anew.
 * Before the first count there is nothing to do: it will pass over who no longer stands.
 */
export async function countAgain(
  unit: Unit<Repositories>,
  { candidate: { contestId }, election: { id, status } }: Candidacy,
  today: Today,
): Promise<void> {
  await recountContest(unit, contestId, today.now);
  if (status !== 'PROVISIONAL') return;
  const election = await unit.elections.findVisible(systemActor('count-again'), id);
  if (election !== null) await markCounted(unit, election, today);
}
