import { conflict, err, notFound, ok, type Actor, type ConflictError, type Result } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { Group } from '../../group/group.js';
import type { Election, ElectionId } from '../election.js';
import { confirmContest } from './confirm-contest.js';
import { takeElection } from './take-election.js';
import { tellElectors } from './tell-of-election.js';

/**
 * Declares the provisional result: mandates are given, who stood is elected or not, the other services and the electors are
 * told. All of it or nothing.
 */
export function declareElection(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { electionId }: { readonly electionId: ElectionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'DECLARE', now });
    if (!taken.ok) return taken;
    const settled = await requireSettled(unit, electionId, now);
    if (!settled.ok) return settled;
    const group = await lockGroup(unit, actor, taken.value);
    if (group === null) return err(notFound('Group'));
    for (const contest of await unit.contests.listOf([electionId])) {
      const confirmed = await confirmContest(unit, contest, { election: taken.value, group, ids, now });
      if (!confirmed.ok) return confirmed;
    }
    const election = await unit.elections.save({ ...taken.value, status: 'DECLARED', declaredAt: now });
    await tellElectors(unit, { election, reason: 'ELECTION_DECLARED', now });
    return ok(election);
  });
}

async function requireSettled(
  { elections }: Pick<Repositories, 'elections'>,
  id: ElectionId,
  now: Date,
): Promise<Result<unknown, ConflictError>> {
  const { openComplaints, openAppeals } = await elections.readOpenMatters(id, now);
  if (openComplaints > 0) return err(conflict('A complaint is not ruled on yet.'));
  return openAppeals > 0 ? err(conflict('An appeal of somebody who was taken out is not decided yet.')) : ok(id);
}

/** The group whose committee is elected, locked because mandates in it are given; nothing for the union. */
async function lockGroup(
  { groups }: Unit<Repositories>,
  actor: Actor,
  { groupId }: Election,
): Promise<Group | undefined | null> {
  return groupId === undefined ? undefined : groups.findVisibleLocked(actor, groupId);
}
