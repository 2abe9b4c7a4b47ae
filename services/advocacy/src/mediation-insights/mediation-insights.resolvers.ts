import type { Resolvers } from '../generated/graphql.js';

/** What mediation adds to Insights. */
export const mediationInsightsResolvers: Resolvers = {
  Insights: {
    mediation: (insights, _args, { read }) => read.mediationInsights.count(insights),
  },
};
