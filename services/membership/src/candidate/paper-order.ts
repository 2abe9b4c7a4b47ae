import { drawOne } from '@guildhall/lot';
import type { ContestId } from '../contest/contest.js';
import type { Candidate, CandidateId } from './candidate.js';

/**
 * The order of a ballot paper: by lot from the election's seed, place by place, and re-opening nominations last. Everybody
 * can repeat it when the seed is revealed, and it does not depend on the order in which candidates are given.
 */
export function paperOrder(
  candidates: readonly Pick<Candidate, 'id' | 'isReopen'>[],
  { seed, contestId }: { readonly seed: string; readonly contestId: ContestId },
): readonly CandidateId[] {
  const idOf = (isReopen: boolean) => candidates.filter((one) => one.isReopen === isReopen).map(({ id }) => id);
  const left = new Set(idOf(false));
  const order: CandidateId[] = [];
  while (left.size > 0) {
    const drawn = drawOne([...left], { seed, occasion: `paper/${contestId}/${order.length + 1}` });
    for (const id of left)
      if (id === drawn) {
        left.delete(id);
        order.push(id);
      }
  }
  return [...order, ...idOf(true)];
}
