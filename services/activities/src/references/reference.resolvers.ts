import { toId } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the fields this service adds to entities of other services. A reference passes the id on; each field decides for itself. */
export const referenceResolvers: Resolvers = {
  Member: {
    __resolveReference: ({ id }) => ({ id: toId(id) }),
    registrations: ({ id }, page, { actor, read }) =>
      read.registrations.pageOfMember(actor, id, readPageRequest(page, ['instant', 'id'])),
  },
  Group: {
    __resolveReference: ({ id }) => ({ id: toId(id) }),
    activities: ({ id }, page, { loaders }) =>
      loaders.groupActivities.load({ groupId: id, page: readPageRequest(page, ['instant', 'id']) }),
  },
};
