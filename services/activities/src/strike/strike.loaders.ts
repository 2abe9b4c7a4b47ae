import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { MemberId } from '../references/member.js';

/** What the strikes of members that count now weigh together; the resolvers ask for the viewer alone. */
export function createStrikeWeightLoader(strikes: Repositories['strikes'], now: Date): DataLoader<MemberId, number> {
  return new DataLoader(async (ids) => {
    const weights = await strikes.listWeights(ids, now);
    return ids.map((id) => weights.get(id) ?? 0);
  });
}
