import { isInGroup, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { fromOrigin } from '../office/mandate-origin.js';
import { groupLifecycle } from './group.js';
import { groupPolicy } from './group.policy.js';
import { endOf } from './mandate.js';

/** Resolvers of the noun Group, with its memberships, positions and mandates. */
export const groupResolvers: Resolvers = {
  Query: {
    group: async (_root, { id }, { loaders }) => (await loaders.groups.load(toId(id))) ?? null,
    groups: (_root, { search, kind, ...page }, { actor, read }) =>
      read.groups.page(actor, readPageRequest(page, 2), { search: search ?? undefined, kind: kind ?? undefined }),
  },
  Mutation: {
    proposeGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ProposeGroupSuccess',
        await membership.proposeGroup(actor, {
          ...input,
          parentId: typeof input.parentId === 'string' ? toId(input.parentId) : undefined,
        }),
        (group) => ({ group }),
      ),
    joinGroup: async (_root, { input }, { actor, membership }) =>
      toResult('JoinGroupSuccess', await membership.joinGroup(actor, { groupId: toId(input.groupId) }), (group) => ({
        group,
      })),
    leaveGroup: async (_root, { input }, { actor, membership }) =>
      toResult('LeaveGroupSuccess', await membership.leaveGroup(actor, { groupId: toId(input.groupId) }), (group) => ({
        group,
      })),
    appointToPosition: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AppointToPositionSuccess',
        await membership.appointToPosition(actor, {
          ...input,
          positionId: toId(input.positionId),
          memberId: toId(input.memberId),
          conferredBy: fromOrigin(input.origin),
        }),
        (mandate) => ({ mandate }),
      ),
  },
  Member: {
    groups: ({ member }, _args, { loaders }) => loaders.membershipsOf.load(member.id),
    mandates: ({ member }, _args, { loaders }) => loaders.mandatesOf.load(member.id),
  },
  Group: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.groups.load(toId(id))) ?? null,
    memberCount: async (group, _args, { loaders }) => (await loaders.groupFacts.load(group)).memberCount,
    viewerIsMember: (group, _args, { actor }) => isInGroup(actor, group.id),
    viewerActions: async (group, _args, { actor, now, loaders }) =>
      viewerActions(groupLifecycle, await loaders.groupFacts.load(group), now, (action) =>
        groupPolicy.can(actor, action, group),
      ),
    positions: (group, _args, { loaders }) => loaders.positions.load(group.id),
    parent: async ({ parentId }, _args, { loaders }) =>
      parentId === undefined ? null : ((await loaders.groups.load(parentId)) ?? null),
    bodies: ({ id }, _args, { loaders }) => loaders.bodies.load(id),
    members: ({ id }, { part, ...page }, { actor, now, read }) =>
      read.groups.pageRoster(
        actor,
        { groupId: id, part: part ?? 'EVERYBODY', now },
        readPageRequest(page, ['instant', 'id']),
      ),
  },
  Position: {
    group: async ({ groupId }, _args, { loaders }) =>
      groupId === undefined ? null : ((await loaders.groups.load(groupId)) ?? null),
    holders: ({ id }, _args, { loaders }) => loaders.holders.load(id),
  },
  Mandate: {
    position: async ({ positionId }, _args, { loaders }) => {
      const position = await loaders.positionsById.load(positionId);
      if (position === undefined) throw new Error('a mandate names its position');
      return position;
    },
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
    endsAt: endOf,
  },
  GroupMembership: {
    group: async ({ groupId }, _args, { loaders }) => (await loaders.groups.load(groupId)) ?? null,
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
    roles: ({ groupId, memberId }, _args, { loaders }) => loaders.roles.load({ groupId, memberId }),
  },
};
