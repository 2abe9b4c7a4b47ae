import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { membershipAppealLifecycle } from './membership-appeal.js';
import { membershipAppealPolicy } from './membership-appeal.policy.js';

/** Resolvers of suspensions and the appeals against them. */
export const membershipAppealResolvers: Resolvers = {
  Query: {
    membershipAppeals: (_root, { status, ...page }, { actor, read }) =>
      read.membershipAppeals.page(actor, readPageRequest(page, ['instant', 'id']), status ?? undefined),
  },
  Mutation: {
    appealSuspension: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AppealSuspensionSuccess',
        await membership.appealSuspension(actor, { ...input, idempotencyKey: input.idempotencyKey ?? undefined }),
        (appeal) => ({ appeal }),
      ),
    decideMembershipAppeal: async (_root, { input: { membershipAppealId, ...input } }, { actor, membership }) =>
      toResult(
        'DecideMembershipAppealSuccess',
        await membership.decideMembershipAppeal(actor, { ...input, membershipAppealId: toId(membershipAppealId) }),
        (appeal) => ({ appeal }),
      ),
  },
  Member: {
    suspension: async ({ member }, _args, { actor, loaders }) =>
      membershipAppealPolicy.canSee(actor, member.id) ? ((await loaders.suspensions.load(member.id)) ?? null) : null,
  },
  Suspension: {
    suspendedAt: ({ suspension }) => suspension.suspendedAt,
    endedAt: ({ suspension }) => suspension.endedAt ?? null,
    appeal: ({ appeal, suspension }) => (appeal ? { appeal, suspendedBy: suspension.suspendedBy } : null),
    viewerActions: (standing, _args, { actor }) =>
      membershipAppealPolicy.canAppeal(actor, standing) ? (['APPEAL'] as const) : [],
  },
  MembershipAppeal: {
    id: ({ appeal }) => appeal.id,
    member: async ({ appeal }, _args, { loaders }) => (await loaders.members.load(appeal.memberId)) ?? null,
    status: ({ appeal }) => appeal.status,
    words: ({ appeal }) => appeal.words,
    appealedAt: ({ appeal }) => appeal.appealedAt,
    reasons: ({ appeal }) => appeal.reasons ?? null,
    decidedAt: ({ appeal }) => appeal.decidedAt ?? null,
    viewerActions: (judged, _args, { actor, now }) =>
      viewerActions(membershipAppealLifecycle, judged.appeal, now, (action) =>
        membershipAppealPolicy.can(actor, action, judged),
      ),
  },
};
