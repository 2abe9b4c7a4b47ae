import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of openings of a student's identity. */
export const identityResolvers: Resolvers = {
  Mutation: {
    openIdentity: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'OpenIdentitySuccess',
        await advocacy.openIdentity(actor, { ...input, caseId: toId(input.caseId) }),
        (item) => ({ case: item }),
      ),
    closeIdentity: async (_root, { input }, { actor, advocacy }) =>
      toResult('CloseIdentitySuccess', await advocacy.closeIdentity(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
  },
  Case: {
    identityOpening: async ({ id }, _args, { loaders }) => (await loaders.openingOf.load(id)) ?? null,
  },
};
