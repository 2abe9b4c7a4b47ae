import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of those who can be given a case. */
export const caseWorkerResolvers: Resolvers = {
  Query: {
    caseWorkers: (_root, page, { viewer, now, read }) =>
      read.caseWorkers.page(viewer, readPageRequest(page, ['text']), now),
  },
};
