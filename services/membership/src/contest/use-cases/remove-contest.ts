import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ContestId } from '../contest.js';
import { findContest } from './find-contest.js';

/** Takes a contest out of an election that is not announced yet; answers with the election. */
export function removeContest(
  { transaction, clock }: Deps,
  actor: Actor,
  { contestId }: { readonly contestId: ContestId },
) {
  return transaction(async (unit) => {
    const found = await findContest(unit, actor, { contestId, now: clock.now() });
    if (!found.ok) return found;
    await unit.contests.remove(found.value.contest);
    return ok(found.value.election);
  });
}
