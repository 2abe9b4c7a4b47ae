import type { ContestId } from '../../contest/contest.js';
import type { Repositories } from '../../deps.js';

/** What the stored ballot paper calls it; web apps show their own words. */
const reopenName = 'Re-open nominations';

/** Gives a new contest the choice to re-open nominations, which no ballot paper is without. */
export async function addReopenCandidate(
  { candidates }: Pick<Repositories, 'candidates'>,
  contestId: ContestId,
): Promise<void> {
  await candidates.addReopen(contestId, reopenName);
}
