import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { Member } from './member.js';

/** Resolvers of the steps along a membership's life. */
export const statusResolvers: Resolvers = {
  Mutation: {
    applyForMembership: async (_root, { input }, { actor, membership }) =>
      toResult('ApplyForMembershipSuccess', await membership.applyForMembership(actor, input), asPayload),
    verifyMember: async (_root, { input }, { actor, membership }) =>
      toResult(
        'VerifyMemberSuccess',
        await membership.verifyMember(actor, { memberId: toId(input.memberId) }),
        asPayload,
      ),
    rejectMember: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RejectMemberSuccess',
        await membership.rejectMember(actor, { ...input, memberId: toId(input.memberId) }),
        asPayload,
      ),
    leaveUnion: async (_root, { input }, { actor, membership }) =>
      toResult('LeaveUnionSuccess', await membership.leaveUnion(actor, input), asPayload),
    suspendMember: async (_root, { input }, { actor, membership }) =>
      toResult(
        'SuspendMemberSuccess',
        await membership.suspendMember(actor, { ...input, memberId: toId(input.memberId) }),
        asPayload,
      ),
    reinstateMember: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ReinstateMemberSuccess',
        await membership.reinstateMember(actor, { memberId: toId(input.memberId) }),
        asPayload,
      ),
  },
};

/** Who may move a record along may read it; whether they share a group with the member is not looked up for the answer. */
function asPayload(member: Member) {
  return { member: { member, standing: { sharesGroup: false, isConnected: false, isBlocked: false } } };
}
