import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { GroupId } from '../group/group.js';

/** What the people of groups need, counted: one database call for all groups of a level. */
export function createNeedTallyLoader(actor: Actor, needs: Repositories['needs'], now: Date) {
  return new DataLoader(async (ids: readonly GroupId[]) => {
    const byGroup = Map.groupBy(await needs.listTallies(actor, ids, now), ({ groupId }) => groupId);
    return ids.map((id) => byGroup.get(id) ?? []);
  });
}
