import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { Group } from '../group/group.js';
import { admissionLifecycle } from './admission.js';
import { admissionPolicy } from './admission.policy.js';

const moved = (group: Group) => ({ group });

/** Resolvers of requests to join groups and invitations to them. */
export const admissionResolvers: Resolvers = {
  Mutation: {
    requestToJoin: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RequestToJoinSuccess',
        await membership.requestToJoin(actor, { ...input, words: input.words ?? '', groupId: toId(input.groupId) }),
        moved,
      ),
    inviteToGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'InviteToGroupSuccess',
        await membership.inviteToGroup(actor, {
          ...input,
          words: input.words ?? '',
          groupId: toId(input.groupId),
          memberId: toId(input.memberId),
        }),
        moved,
      ),
    acceptAdmission: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AcceptAdmissionSuccess',
        await membership.acceptAdmission(actor, { admissionId: toId(input.admissionId) }),
        moved,
      ),
    declineAdmission: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DeclineAdmissionSuccess',
        await membership.declineAdmission(actor, { admissionId: toId(input.admissionId) }),
        moved,
      ),
    withdrawAdmission: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WithdrawAdmissionSuccess',
        await membership.withdrawAdmission(actor, { admissionId: toId(input.admissionId) }),
        moved,
      ),
  },
  Viewer: {
    admissions: (_viewer, page, { actor, now, read }) =>
      read.admissions.pageOwn(actor, readPageRequest(page, ['instant', 'id']), now),
  },
  Group: {
    viewerAdmission: async ({ id }, _args, { loaders }) => (await loaders.ownAdmissions.load(id)) ?? null,
    requestCount: async ({ id }, _args, { loaders }) => (await loaders.requestCounts.load(id)) ?? null,
    admissions: ({ id }, { kind, ...page }, { actor, now, read }) =>
      read.admissions.pageWaiting(
        actor,
        { groupId: id, kind: kind ?? undefined, now },
        readPageRequest(page, ['instant', 'id']),
      ),
  },
  Admission: {
    group: async ({ groupId }, _args, { loaders }) => (await loaders.groups.load(groupId)) ?? null,
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
    words: ({ words }) => words ?? null,
    viewerActions: (admission, _args, { actor, now }) => [
      ...viewerActions(admissionLifecycle, admission, now, (action) => admissionPolicy.can(actor, action, admission)),
    ],
  },
};
