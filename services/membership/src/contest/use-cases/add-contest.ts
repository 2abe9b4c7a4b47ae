import { conflict, err, limitReached, ok, validationError, type Actor } from '@guildhall/kernel';
import { addReopenCandidate } from '../../candidate/use-cases/add-reopen-candidate.js';
import type { Deps } from '../../deps.js';
import type { ElectionId } from '../../election/election.js';
import { electionRulesOf } from '../../election/election-rules.js';
import { takeElection } from '../../election/use-cases/take-election.js';
import { checkContest, electsFor, type Contest } from '../contest.js';

/** What is to be elected. */
export type AddContest = Pick<Contest, 'positionId' | 'seats' | 'mandatesEndAt'> & { readonly electionId: ElectionId };

/** Adds a contest for a position of the election's group, or of the union, with its choice to re-open nominations. */
export function addContest({ transaction, clock, ids }: Deps, actor: Actor, input: AddContest) {
  return transaction(async (unit) => {
    const taken = await takeElection(unit, actor, { ...input, action: 'EDIT_CONTESTS', now: clock.now() });
    if (!taken.ok) return taken;
    const election = taken.value;
    const position = await unit.mandates.findPosition(actor, input.positionId);
    if (position === null || !electsFor(election, position)) return err(validationError([unknownPosition]));
    const others = await unit.contests.listOf([election.id]);
    if (others.some(({ positionId }) => positionId === position.id))
      return err(conflict('There is a contest for this position already.'));
    const { contestsMax } = electionRulesOf(election);
    if (others.length >= contestsMax)
      return err(limitReached(`An election has at most ${contestsMax} contests.`, contestsMax));
    const place = Math.max(0, ...others.map((other) => other.place)) + 1;
    const contest = checkContest({ ...input, id: ids.ordered<'Contest'>(), place, version: 1 }, position, election);
    if (!contest.ok) return contest;
    const added = await unit.contests.add(contest.value);
    await addReopenCandidate(unit, added.id);
    return ok(added);
  });
}

const unknownPosition = {
  path: 'positionId',
  rule: 'UNKNOWN',
  message: 'Choose a position of this group, or of the union.',
} as const;
