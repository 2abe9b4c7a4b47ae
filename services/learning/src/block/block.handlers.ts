import type { EventHandlers } from '@guildhall/events';
import { toId, type Clock } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Repositories } from '../deps.js';
import { endBlock, partByBlock } from '../mentoring/use-cases/part-by-block.js';

/** What this service does when it hears that two members are to have nothing to do with each other, or may again. */
export function createBlockHandlers(
  repositories: (manager: EntityManager) => Repositories,
  { clock }: { readonly clock: Clock },
): EventHandlers {
  return {
    BlockStood: (manager, { data }) =>
      partByBlock(repositories(manager), { oneId: toId(data.oneId), otherId: toId(data.otherId) }, clock),
    BlockEnded: (manager, { data }) =>
      endBlock(repositories(manager), { oneId: toId(data.oneId), otherId: toId(data.otherId) }),
  };
}
