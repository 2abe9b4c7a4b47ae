import type { Resolvers } from '../generated/graphql.js';

/** What this service adds to Insights. */
export const insightsResolvers: Resolvers = {
  Insights: {
    membersJoining: (insights, _args, { read }) => read.insights.countJoins(insights),
  },
  WeeklyJoins: {
    joined: (week) => week,
  },
};
