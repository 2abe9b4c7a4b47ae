import type { Id } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';

/** The ideas that proposals began as. */
export function createOriginLoader(ideas: Repositories['ideas']): DataLoader<Id<'Proposal'>, Id<'Post'> | undefined> {
  return new DataLoader(async (ids) => {
    const origins = await ideas.originsOf(ids);
    return ids.map((id) => origins.get(id));
  });
}
