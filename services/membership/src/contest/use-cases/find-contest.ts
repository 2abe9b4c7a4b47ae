import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { takeElection } from '../../election/use-cases/take-election.js';
import type { ContestId } from '../contest.js';

/** A contest and its election, which is locked, for somebody who may change contests of it now. */
export async function findContest(
  unit: Unit<Repositories>,
  actor: Actor,
  { contestId, now }: { readonly contestId: ContestId; readonly now: Date },
) {
  const named = await unit.contests.findVisible(actor, contestId);
  if (named === null) return err(notFound('Contest'));
  const taken = await takeElection(unit, actor, { electionId: named.electionId, action: 'EDIT_CONTESTS', now });
  if (!taken.ok) return taken;
  // Read again under the lock: it may have been changed or taken out meanwhile.
  const contest = await unit.contests.findVisible(actor, contestId);
  return contest === null ? err(notFound('Contest')) : ok({ contest, election: taken.value });
}
