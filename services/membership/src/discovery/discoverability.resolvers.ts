import { memberOf } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of the noun Discoverability. */
export const discoverabilityResolvers: Resolvers = {
  Viewer: {
    discoverability: (_viewer, _args, { actor, read }) => {
      const self = memberOf(actor);
      return self === undefined ? null : read.discoverability.read(self);
    },
  },
  Mutation: {
    changeDiscoverability: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ChangeDiscoverabilitySuccess',
        await membership.changeDiscoverability(actor, {
          foundBy: input.foundBy ?? undefined,
          hasSuggestions: input.hasSuggestions ?? undefined,
        }),
        (discoverability) => ({ discoverability }),
      ),
  },
};
