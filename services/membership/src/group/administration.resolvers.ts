import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of what officers do to a group. */
export const administrationResolvers: Resolvers = {
  Mutation: {
    editGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EditGroupSuccess',
        await membership.editGroup(actor, {
          groupId: toId(input.groupId),
          name: input.name ?? undefined,
          purpose: input.purpose ?? undefined,
        }),
        (group) => ({ group }),
      ),
    changeJoinPolicy: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ChangeJoinPolicySuccess',
        await membership.changeJoinPolicy(actor, { ...input, groupId: toId(input.groupId) }),
        (group) => ({ group }),
      ),
    affiliateGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AffiliateGroupSuccess',
        await membership.affiliateGroup(actor, { groupId: toId(input.groupId) }),
        (group) => ({ group }),
      ),
    reviveGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReviveGroupSuccess',
        await membership.reviveGroup(actor, { groupId: toId(input.groupId) }),
        (group) => ({ group }),
      ),
    dissolveGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DissolveGroupSuccess',
        await membership.dissolveGroup(actor, { groupId: toId(input.groupId) }),
        (group) => ({ group }),
      ),
    removeFromGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RemoveFromGroupSuccess',
        await membership.removeFromGroup(actor, {
          reason: input.reason,
          groupId: toId(input.groupId),
          memberId: toId(input.memberId),
        }),
        (group) => ({ group }),
      ),
    addPosition: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AddPositionSuccess',
        await membership.addPosition(actor, { ...input, groupId: toId(input.groupId) }),
        (position) => ({ position }),
      ),
    endMandate: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EndMandateSuccess',
        await membership.endMandate(actor, { mandateId: toId(input.mandateId) }),
        (mandate) => ({ mandate }),
      ),
  },
};
