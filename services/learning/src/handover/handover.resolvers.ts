import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { handoverLifecycle, isLate, keptUntil, shadowUntil, type HandoverCapsule } from './handover-capsule.js';
import { handoverPolicy } from './handover.policy.js';

/** Reads a part of a handover for whoever may read it. */
const readable =
  <Part>(read: (capsule: HandoverCapsule, context: Context) => Promise<Part> | Part) =>
  (capsule: HandoverCapsule, _args: unknown, context: Context): Promise<Part> | Part | null =>
    handoverPolicy.canRead(context.actor, capsule) ? read(capsule, context) : null;

const succeed = (capsule: HandoverCapsule) => ({ capsule });

/** Resolvers of handovers: where they stand, and what fills in by itself. */
export const handoverResolvers: Resolvers = {
  Query: {
    handoverCapsule: (_root, { id }, { actor, read }) => read.handovers.findVisible(actor, toId(id)),
  },
  Viewer: {
    handovers: (_viewer, page, { actor, read }) =>
      read.handovers.pageOwn(actor, readPageRequest(page, ['instant', 'id'])),
    watchedHandovers: (_viewer, page, { actor, read }) => {
      const request = readPageRequest(page, ['instant', 'id']);
      return handoverPolicy.canWatch(actor)
        ? read.handovers.pageWatched(actor, request)
        : { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
    },
  },
  HandoverCapsule: {
    positionKind: ({ kind }) => kind,
    group: ({ groupId }) => (groupId === undefined ? null : { id: groupId }),
    constituency: ({ constituencyId }) => (constituencyId === undefined ? null : { id: constituencyId }),
    successor: ({ successorId }) => ({ id: successorId }),
    outgoing: ({ outgoingIds }) => outgoingIds.map((id) => ({ id })),
    hasPredecessor: ({ predecessorId }) => predecessorId !== undefined,
    viewerRole: (capsule, _args, { actor }) => handoverPolicy.roleOf(actor, capsule) ?? 'WATCHER',
    isLate: (capsule, _args, { now }) => isLate(capsule, now),
    shadowUntil: (capsule) => shadowUntil(capsule) ?? null,
    keptUntil: (capsule) => keptUntil(capsule) ?? null,
    sections: async (capsule, _args, { actor, loaders }) =>
      handoverPolicy.canSeeProgress(actor, capsule) ? [...(await loaders.handovers.progress.load(capsule.id))] : null,
    items: readable(async ({ id }, { loaders }) => [...(await loaders.handovers.items.load(id))]),
    questions: readable(async ({ id }, { loaders }) => [...(await loaders.handovers.questions.load(id))]),
    calendar: readable(async (capsule, { loaders }) => [...(await loaders.handovers.calendars.load(capsule))]),
    officers: readable(async ({ groupId, outgoingIds, successorId }, { loaders }) => {
      const holders = groupId === undefined ? [] : await loaders.handovers.officers.load(groupId);
      return holders.filter(({ memberId }) => memberId !== successorId && !outgoingIds.includes(memberId));
    }),
    viewerActions: async (capsule, _args, { actor, now, loaders }) => {
      const sections = await loaders.handovers.progress.load(capsule.id);
      return viewerActions(handoverLifecycle, { capsule, sections }, now, (action) =>
        handoverPolicy.can(actor, action, capsule),
      );
    },
  },
  HandoverActivity: {
    activity: ({ activityId }) => ({ id: activityId }),
  },
  HandoverOfficer: {
    member: ({ memberId }) => ({ id: memberId }),
    positionKind: ({ kind }) => kind,
    until: ({ endsAt }) => endsAt,
  },
  Mutation: {
    handOver: async (_root, { input }, { actor, learning }) =>
      toResult('HandOverSuccess', await learning.handOver(actor, { capsuleId: toId(input.capsuleId) }), succeed),
    startHandoverShadowing: async (_root, { input }, { actor, learning }) =>
      toResult(
        'StartHandoverShadowingSuccess',
        await learning.startHandoverShadowing(actor, { capsuleId: toId(input.capsuleId) }),
        succeed,
      ),
    acceptHandover: async (_root, { input }, { actor, learning }) =>
      toResult(
        'AcceptHandoverSuccess',
        await learning.acceptHandover(actor, { capsuleId: toId(input.capsuleId) }),
        succeed,
      ),
  },
};
