import { registeredMemberOf, toId } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** What this service adds to Member: one's own cases, whatever the state of the membership, and for everybody else nothing, whether there are cases or not. */
export const memberResolvers: Resolvers = {
  Member: {
    __resolveReference: ({ id }) => ({ id: toId(id) }),
    cases: ({ id }, page, { actor, viewer, read }) =>
      registeredMemberOf(actor) === id
        ? read.cases.pageOwn(viewer, readPageRequest(page, ['whole', 'instant', 'id']))
        : null,
  },
};
