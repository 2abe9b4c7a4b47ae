import { isMember, toId } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** What this service adds to Member: one's own cases, and for everybody else nothing, whether there are cases or not. */
export const memberResolvers: Resolvers = {
  Member: {
    __resolveReference: ({ id }) => ({ id: toId(id) }),
    cases: ({ id }, page, { actor, viewer, read }) =>
      isMember(actor, id) ? read.cases.pageOwn(viewer, readPageRequest(page, ['instant', 'id'])) : null,
  },
};
