import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { electionLifecycle, type Election } from '../election.js';
import { markCounted as mark } from '../follow.js';
import type { Today } from '../schedule.js';

/**
 * Makes the result of an election provisional, inside the transaction that counted its ballots: its seed is told from now
 * on and the time for complaints begins, anew when it was counted again. The caller holds the election's lock. Leaves an
 * election that is halted or over as it is.
 */
export async function markCounted(
  { elections }: Unit<Repositories>,
  election: Election,
  today: Today,
): Promise<Election> {
  const action = election.status === 'PROVISIONAL' ? 'RECOUNT' : 'MARK_COUNTED';
  if (!electionLifecycle.can(action, election, today.now)) return election;
  return elections.save(mark(election, today));
}
