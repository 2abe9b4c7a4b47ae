import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { Holding } from './training.js';

const pairOf = ({ memberId, pathId }: Holding): string => `${memberId}:${pathId}`;

/** Whether somebody holds the training of a path. */
export function createHeldLoader(trainings: Repositories['trainings']): DataLoader<Holding, boolean, string> {
  return new DataLoader(
    async (pairs) => {
      const held = new Set((await trainings.listHeld(pairs)).map(pairOf));
      return pairs.map((pair) => held.has(pairOf(pair)));
    },
    { cacheKeyFn: pairOf },
  );
}
