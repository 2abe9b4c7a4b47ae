import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { unmetNeeds, type CountedNeeds } from './activity-needs.js';
import { activityNeedsPolicy } from './activity-needs.policy.js';

/** Resolvers of what people need at one activity. */
export const activityNeedsResolvers: Resolvers = {
  Mutation: {
    shareNeeds: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ShareNeedsSuccess',
        await membership.shareNeeds(actor, { activityId: toId(input.activityId), fields: input.fields }),
        (consent) => ({ consent }),
      ),
    readActivityNeeds: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReadActivityNeedsSuccess',
        await membership.readActivityNeeds(actor, { activityId: toId(input.activityId) }),
        (shared) => ({ shared: [...shared] }),
      ),
  },
  Activity: {
    needs: async ({ id }, _args, { actor, loaders, now }): Promise<CountedNeeds | null> => {
      const occasion = await loaders.needsOccasions.load(toId(id));
      if (occasion === undefined || !activityNeedsPolicy.canSeeCounts(actor, occasion, now)) return null;
      const counted = await loaders.activityNeeds.load(occasion);
      if (counted === undefined) return null;
      const unmet = unmetNeeds(occasion.accessFeatures);
      return { ...counted, counts: counted.counts.map((one) => ({ ...one, isUnmet: unmet.includes(one.need) })) };
    },
    viewerNeedsConsent: async ({ id }, _args, { loaders }) => (await loaders.ownNeedsShares.load(toId(id))) ?? null,
    needsActions: async ({ id }, _args, { actor, loaders, now }) => {
      const occasion = await loaders.needsOccasions.load(toId(id));
      if (occasion === undefined) return [];
      const canShare = activityNeedsPolicy.canShare(actor, occasion, now);
      const isShared = canShare && (await loaders.ownNeedsShares.load(toId(id))) !== undefined;
      return [
        ...(canShare && !isShared ? (['SHARE'] as const) : []),
        ...(activityNeedsPolicy.canSeeCounts(actor, occasion, now) ? (['SEE_COUNTS'] as const) : []),
        ...(activityNeedsPolicy.canReadNames(actor, occasion, now) ? (['READ_NAMES'] as const) : []),
      ];
    },
  },
};
