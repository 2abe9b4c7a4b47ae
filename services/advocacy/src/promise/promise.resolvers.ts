import type { Resolvers } from '../generated/graphql.js';

const waitingProposal: readonly string[] = ['REFERRED', 'ACKNOWLEDGED'];
const waitingIssue: readonly string[] = ['RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS'];

/** Resolvers of the promise clock. */
export const promiseResolvers: Resolvers = {
  Department: {
    promise: ({ id }, _args, { loaders }) => loaders.promiseOf.load(id),
  },
  Proposal: {
    expectedAnswer: async ({ proposal }, _args, { loaders, now }) => {
      const { leadDepartmentId, referredAt, status } = proposal;
      if (leadDepartmentId === undefined || referredAt === undefined || !waitingProposal.includes(status)) return null;
      const forecast = await loaders.forecastOf.load('PROPOSAL');
      return forecast.expect({ departmentId: leadDepartmentId, from: referredAt }, now) ?? null;
    },
  },
  Issue: {
    expectedAnswer: async ({ issue }, _args, { loaders, now }) => {
      const { departmentId, raisedAt, status } = issue;
      if (raisedAt === undefined || !waitingIssue.includes(status)) return null;
      const forecast = await loaders.forecastOf.load('ISSUE');
      return forecast.expect({ departmentId, from: raisedAt }, now) ?? null;
    },
  },
  ExpectedAnswer: {
    expectedOn: ({ expectedOn }) => expectedOn ?? null,
    latestOn: ({ latestOn }) => latestOn ?? null,
  },
};
