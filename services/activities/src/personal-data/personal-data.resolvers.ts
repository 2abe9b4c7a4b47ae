import { resolveErasureItems, resolveExportPart } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** What this service adds to copies and previews of erasure. References pass the id on; each field asks whose it is. */
export const personalDataFields: Resolvers = {
  DataExport: {
    __resolveReference: ({ id }) => ({ id }),
    activities: async (copy, args, context) => (await resolveExportPart(copy, args, context)) ?? null,
  },
  ErasurePreview: {
    __resolveReference: ({ id }) => ({ id }),
    activities: resolveErasureItems,
  },
};
