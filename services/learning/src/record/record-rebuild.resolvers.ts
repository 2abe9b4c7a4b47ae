import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of building the record again. */
export const recordRebuildResolvers: Resolvers = {
  Operations: {
    recordRebuilds: (_operations, _args, { actor, read }) => read.rebuilds.listNewest(actor),
  },
  Mutation: {
    rebuildRecord: async (_root, { input }, { actor, learning }) => {
      const asked = { idempotencyKey: input.idempotencyKey ?? undefined };
      return toResult('RebuildRecordSuccess', await learning.rebuildRecord(actor, asked), (rebuild) => ({ rebuild }));
    },
  },
};
