import type { ContestId } from '../../contest/contest.js';
import { countContest, type CountUnit } from './count-contest.js';

/**
 * Counts a contest again after somebody was taken out or stood down; nothing where it was not counted yet, because the first
 * count will pass them over.
 */
export async function recountContest(unit: CountUnit, contestId: ContestId, now: Date): Promise<void> {
  if ((await unit.counts.findLatest(contestId)) !== undefined) await countContest(unit, contestId, now);
}
