import type { Resolvers } from '../generated/graphql.js';

/** What mutual help adds to Insights. */
export const helpInsightsResolvers: Resolvers = {
  Insights: {
    helpCompleted: (insights, _args, { now, read }) => read.helpInsights.countCompleted(insights, now),
  },
  MonthlyHelp: {
    completed: (cell) => cell,
  },
};
