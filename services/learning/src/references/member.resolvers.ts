import { toId } from '@guildhall/kernel';
import type { Resolvers } from '../generated/graphql.js';

/** Passes the id of a member on; what learning adds to it asks its own policy. */
export const memberResolvers: Resolvers = {
  Member: {
    __resolveReference: ({ id, ...known }) => ({ ...known, id: toId(id) }),
  },
};
