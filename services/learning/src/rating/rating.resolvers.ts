import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { resourcePolicy } from '../resource/resource.policy.js';

/** Resolvers of ratings. */
export const ratingResolvers: Resolvers = {
  Mutation: {
    rateResource: async (_root, { input: { resourceId, words, ...given } }, { actor, learning }) =>
      toResult(
        'RateResourceSuccess',
        await learning.rateResource(actor, { ...given, resourceId: toId(resourceId), words: words ?? undefined }),
        (resource) => ({ resource }),
      ),
    withdrawRating: async (_root, { input }, { actor, learning }) =>
      toResult(
        'WithdrawRatingSuccess',
        await learning.withdrawRating(actor, { resourceId: toId(input.resourceId) }),
        (resource) => ({ resource }),
      ),
  },
  Resource: {
    ratings: async ({ id }, _args, { loaders }) => (await loaders.ratingSummaries.load(id)) ?? null,
    viewerRating: async ({ id }, _args, { loaders }) => (await loaders.ownRatings.load(id)) ?? null,
    remarks: async (resource, page, { actor, read }) =>
      resourcePolicy.canReadRemarks(actor, resource)
        ? read.ratings.pageRemarks(resource.id, readPageRequest(page, ['instant', 'id']))
        : null,
  },
};
