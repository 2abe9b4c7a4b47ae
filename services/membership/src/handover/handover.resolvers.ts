import type { Resolvers } from '../generated/graphql.js';
import { handoverOf } from './handover.js';

/** Resolvers of how groups stand with their officers. */
export const handoverResolvers: Resolvers = {
  Group: {
    handover: async (group, _args, { now, loaders }) => handoverOf(await loaders.groupFacts.load(group), now) ?? null,
  },
};
