import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Case } from '../case/case.js';
import type { Resolvers } from '../generated/graphql.js';
import { canRetain, erasesAt, retentionActions } from './retention.js';
import { retentionPolicy } from './retention.policy.js';

const itself = (item: Case): Case => item;

/** Resolvers of how long cases are kept. */
export const retentionResolvers: Resolvers = {
  Mutation: {
    placeHold: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'PlaceHoldSuccess',
        await advocacy.placeHold(actor, { ...input, caseId: toId(input.caseId) }),
        (entry) => ({
          entry,
        }),
      ),
    liftHold: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'LiftHoldSuccess',
        await advocacy.liftHold(actor, { ...input, caseId: toId(input.caseId) }),
        (entry) => ({
          entry,
        }),
      ),
    askErasure: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AskErasureSuccess',
        await advocacy.askErasure(actor, { caseId: toId(input.caseId) }),
        ({ erasedAt }) => ({
          erasedAt,
        }),
      ),
  },
  Case: { retention: itself },
  CaseQueueEntry: { retention: itself },
  CaseRetention: {
    erasesAt: async (item, _args, { loaders }) => {
      if (item.dataKey === undefined) return null;
      return erasesAt(item, (await loaders.retentionOf.load(item.id)).rules) ?? null;
    },
    isErased: ({ dataKey }) => dataKey === undefined,
    holds: async ({ id }, _args, { loaders }) => [...(await loaders.retentionOf.load(id)).standing],
    viewerActions: async (item, _args, { viewer, loaders }) => {
      const granted = retentionActions.filter((action) => retentionPolicy.can(viewer, action, item));
      if (granted.length === 0) return [];
      const { standing } = await loaders.retentionOf.load(item.id);
      return granted.filter((action) => canRetain(action, item, standing));
    },
  },
};
