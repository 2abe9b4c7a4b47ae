import { toId } from '@guildhall/kernel';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the noun Constituency. */
export const constituencyResolvers: Resolvers = {
  Constituency: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.constituencies.load(toId(id))) ?? null,
  },
};
