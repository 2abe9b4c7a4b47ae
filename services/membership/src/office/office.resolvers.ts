import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { groupPolicy } from '../group/group.policy.js';
import { endOf } from '../group/mandate.js';
import { fromOrigin, toOrigin } from './mandate-origin.js';

/** Resolvers of offices over time. */
export const officeResolvers: Resolvers = {
  Mutation: {
    editPosition: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EditPositionSuccess',
        await membership.editPosition(actor, {
          positionId: toId(input.positionId),
          title: input.title ?? undefined,
          kind: input.kind ?? undefined,
          seats: input.seats ?? undefined,
        }),
        (position) => ({ position }),
      ),
    removePosition: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RemovePositionSuccess',
        await membership.removePosition(actor, { positionId: toId(input.positionId) }),
        (group) => ({ group }),
      ),
    extendMandate: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ExtendMandateSuccess',
        await membership.extendMandate(actor, {
          mandateId: toId(input.mandateId),
          endsAt: input.endsAt,
          conferredBy: fromOrigin(input.origin),
        }),
        (mandate) => ({ mandate }),
      ),
  },
  Group: {
    roleHistory: ({ id }, page, { actor, read }) =>
      read.mandates.pageHistory(actor, { groupId: id }, readPageRequest(page, ['instant', 'id'])),
  },
  Member: {
    roleHistory: ({ member }, page, { actor, read }) =>
      read.mandates.pageHistory(actor, { memberId: member.id }, readPageRequest(page, ['instant', 'id'])),
  },
  Mandate: {
    origin: ({ conferredBy }) => toOrigin(conferredBy),
    viewerActions: async (mandate, _args, { actor, now, loaders }) => {
      const position = await loaders.positionsById.load(mandate.positionId);
      if (position === undefined || endOf(mandate) <= now) return [];
      const group = position.groupId === undefined ? undefined : await loaders.groups.load(position.groupId);
      return [
        ...(groupPolicy.canEndMandate(actor, position, mandate) ? (['END'] as const) : []),
        ...(group !== undefined && groupPolicy.can(actor, 'APPOINT', group) ? (['EXTEND'] as const) : []),
      ];
    },
  },
};
