import type { Resolvers } from '../generated/graphql.js';

/** The figures about issues. */
export const issueInsightsResolvers: Resolvers = {
  Insights: {
    issues: (insights, _args, { read }) => read.issueInsights.countIssues(insights),
  },
  IssueCell: {
    department: async ({ departmentId }, _args, { loaders }) => (await loaders.departments.load(departmentId)) ?? null,
    issues: (cell) => cell,
  },
};
