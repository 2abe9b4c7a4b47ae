import type { Resolvers } from '../generated/graphql.js';

/** What this service adds to Insights. */
export const insightsResolvers: Resolvers = {
  Insights: {
    membersJoining: (insights, _args, { now, read }) => read.insights.countJoins(insights, now),
  },
  WeeklyJoins: {
    joined: (week) => week,
  },
};
