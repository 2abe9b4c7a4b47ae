import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { circleLifecycle, type CircleFacts } from './circle.js';
import { circlePolicy } from './circle.policy.js';
import { suggestFirstMeeting } from './first-meeting.js';

const withCircle = (circle: CircleFacts) => ({ circle });

/** A proposal is a proposal to whoever has not accepted it, also when others have made a circle of it already. */
const shownStatus = ({ circle, viewer }: CircleFacts) => (viewer?.status === 'INVITED' ? 'PROPOSED' : circle.status);

/** Resolvers of the noun Circle. */
export const circleResolvers: Resolvers = {
  Query: {
    circle: async (_root, { id }, { loaders }) => (await loaders.circles.load(toId(id))) ?? null,
  },
  Viewer: {
    circles: (_viewer, _args, { actor, read }) => read.circles.listOwn(actor),
  },
  Circle: {
    id: ({ circle }) => circle.id,
    status: shownStatus,
    interest: ({ circle }) => circle.interest,
    language: ({ circle }) => circle.language,
    halfDay: ({ circle }) => circle.halfDay,
    expiresAt: ({ circle }) => circle.expiresAt,
    hasAccepted: ({ viewer }) => viewer?.status === 'ACCEPTED' || viewer?.status === 'DONE',
    members: (facts, _args, { actor, loaders }) =>
      circlePolicy.canSeeMembers(actor, facts) ? loaders.circleMembersOf.load(facts.circle.id) : [],
    suggestedMeeting: (facts, _args, { actor, campusZone }) =>
      circlePolicy.canSeeMembers(actor, facts) && facts.circle.status === 'FORMED'
        ? suggestFirstMeeting(facts.circle, campusZone)
        : null,
    meetings: ({ circle }, _args, { loaders }) => loaders.circleMeetingsOf.load(circle.id),
    conversation: async ({ circle }, _args, { loaders }) => {
      const id = await loaders.circleConversationOf.load(circle.id);
      return id === undefined ? null : ((await loaders.conversations.load(id)) ?? null);
    },
    groupDraft: (facts, _args, { actor }) => {
      const { groupDraft } = facts.circle;
      if (groupDraft === undefined || !circlePolicy.canSeeMembers(actor, facts)) return null;
      const agreedCount = facts.seats.filter(({ status, hasAgreed }) => status === 'ACCEPTED' && hasAgreed).length;
      return { ...groupDraft, agreedCount, hasAgreed: facts.viewer?.hasAgreed ?? false };
    },
    group: async ({ circle }, _args, { loaders }) =>
      circle.groupId === undefined ? null : ((await loaders.groups.load(circle.groupId)) ?? null),
    viewerActions: (facts, _args, { actor, now }) =>
      viewerActions(circleLifecycle, facts, now, (action) => circlePolicy.can(actor, action, facts)),
  },
  CircleMember: {
    isViewer: ({ memberId }, _args, { actor }) => isMember(actor, memberId),
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
  },
  CircleMeeting: {
    cancelledAt: ({ cancelledAt }) => cancelledAt ?? null,
  },
  Mutation: {
    acceptCircle: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AcceptCircleSuccess',
        await membership.acceptCircle(actor, { circleId: toId(input.circleId) }),
        withCircle,
      ),
    declineCircle: async (_root, { input }, { actor, membership, read }) => {
      const declined = await membership.declineCircle(actor, { circleId: toId(input.circleId) });
      const circles = await read.circles.listOwn(actor);
      return toResult('DeclineCircleSuccess', declined, () => ({ circles: [...circles] }));
    },
    leaveCircle: async (_root, { input }, { actor, membership, read }) => {
      const left = await membership.leaveCircle(actor, { circleId: toId(input.circleId) });
      const circles = await read.circles.listOwn(actor);
      return toResult('LeaveCircleSuccess', left, () => ({ circles: [...circles] }));
    },
    planCircleMeeting: async (_root, { input }, { actor, membership }) =>
      toResult(
        'PlanCircleMeetingSuccess',
        await membership.planCircleMeeting(actor, { ...input, circleId: toId(input.circleId) }),
        ({ facts }) => ({ circle: facts }),
      ),
    cancelCircleMeeting: async (_root, { input }, { actor, membership }) =>
      toResult(
        'CancelCircleMeetingSuccess',
        await membership.cancelCircleMeeting(actor, {
          circleId: toId(input.circleId),
          meetingId: toId(input.meetingId),
        }),
        withCircle,
      ),
    proposeCircleGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ProposeCircleGroupSuccess',
        await membership.proposeCircleGroup(actor, { ...input, circleId: toId(input.circleId) }),
        withCircle,
      ),
    agreeToCircleGroup: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AgreeToCircleGroupSuccess',
        await membership.agreeToCircleGroup(actor, { circleId: toId(input.circleId) }),
        withCircle,
      ),
  },
};
