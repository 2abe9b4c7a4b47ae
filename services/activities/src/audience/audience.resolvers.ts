import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of whom activities suit. */
export const audienceResolvers: Resolvers = {
  Activity: {
    languages: async ({ id }, _args, { loaders }) => (await loaders.audiences.load(id)).languages,
    accessFeatures: async ({ id }, _args, { loaders }) => (await loaders.audiences.load(id)).accessFeatures,
  },
  Mutation: {
    describeAudience: async (_root, { input }, { actor, activities }) =>
      toResult(
        'DescribeAudienceSuccess',
        await activities.describeAudience(actor, { ...input, activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
  },
};
