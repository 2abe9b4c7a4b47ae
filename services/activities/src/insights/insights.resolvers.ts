import type { Resolvers } from '../generated/graphql.js';

/** What this service adds to Insights. */
export const insightsResolvers: Resolvers = {
  Insights: {
    participation: (insights, _args, { read }) => read.insights.countParticipation(insights),
  },
};
