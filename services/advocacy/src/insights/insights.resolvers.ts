import type { Resolvers } from '../generated/graphql.js';

/** What this service adds to Insights. */
export const insightsResolvers: Resolvers = {
  Insights: {
    cases: (insights, _args, { read }) => read.insights.countCases(insights),
  },
  CaseCell: {
    cases: (cell) => cell,
  },
};
