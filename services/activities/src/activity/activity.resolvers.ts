import { isMember, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { ActivityChangesInput, DraftActivityInput, Resolvers } from '../generated/graphql.js';
import type { GroupId, GroupReference } from '../references/group.js';
import type { MemberReference } from '../references/member.js';
import { approversOf } from '../approval/approval.js';
import { activityPolicy } from './activity.policy.js';
import {
  activityLifecycle,
  noticeUntil,
  phaseOf,
  reportDueAt,
  type Activity,
  type ActivityAction,
  type ActivityPlan,
} from './activity.js';
import { completeFacts } from './risk.js';

const papers =
  <T>(read: (activity: Activity) => T) =>
  (activity: Activity, _args: unknown, { actor }: Context): T | null =>
    activityPolicy.canSeePapers(actor, activity) ? read(activity) : null;

/** Resolvers of the noun Activity. */
export const activityResolvers: Resolvers = {
  Query: {
    activity: async (_root, { id }, { loaders }) => (await loaders.activities.load(toId(id))) ?? null,
    activities: (_root, { kind, status, groupId, search, from, to, ...page }, { actor, now, read }) =>
      read.activities.page(actor, readPageRequest(page, ['instant', 'id']), {
        kind: kind ?? undefined,
        status: status ?? undefined,
        groupId: groupId == null ? undefined : toId(groupId),
        search: search ?? undefined,
        from: from ?? now,
        to: to ?? undefined,
      }),
  },
  Mutation: {
    draftActivity: async (_root, { input }, { actor, activities }) =>
      toResult('DraftActivitySuccess', await activities.draftActivity(actor, toDraft(input)), (activity) => ({
        activity,
      })),
    editActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EditActivitySuccess',
        await activities.editActivity(actor, { activityId: toId(input.activityId), changes: toChanges(input.changes) }),
        (activity) => ({ activity }),
      ),
    submitActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'SubmitActivitySuccess',
        await activities.submitActivity(actor, {
          activityId: toId(input.activityId),
          lateReason: input.lateReason ?? undefined,
        }),
        (activity) => ({ activity }),
      ),
    requestChanges: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RequestChangesSuccess',
        await activities.requestChanges(actor, { ...input, activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
    approveActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ApproveActivitySuccess',
        await activities.approveActivity(actor, { activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
    declineActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'DeclineActivitySuccess',
        await activities.declineActivity(actor, { ...input, activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
    publishActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'PublishActivitySuccess',
        await activities.publishActivity(actor, { activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
    postponeActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'PostponeActivitySuccess',
        await activities.postponeActivity(actor, {
          ...input,
          activityId: toId(input.activityId),
          lateReason: input.lateReason ?? undefined,
        }),
        (activity) => ({ activity }),
      ),
    cancelActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CancelActivitySuccess',
        await activities.cancelActivity(actor, { ...input, activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
    closeAttendance: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CloseAttendanceSuccess',
        await activities.closeAttendance(actor, { activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
    reportActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ReportActivitySuccess',
        await activities.reportActivity(actor, {
          ...input,
          activityId: toId(input.activityId),
          wentWell: input.wentWell ?? undefined,
          toChange: input.toChange ?? undefined,
        }),
        (activity) => ({ activity }),
      ),
  },
  Group: {
    activityActions: ({ id }, _args, { actor }) => (activityPolicy.canDraft(actor, id) ? ['DRAFT'] : []),
  },
  Activity: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.activities.load(toId(id))) ?? null,
    group: ({ groupId }): GroupReference => ({ id: groupId }),
    organiser: ({ organiserId }): MemberReference => ({ id: organiserId }),
    phase: (activity, _args, { now }) => phaseOf(activity, now) ?? null,
    // Why something was called off is for everybody who could have come; why it was sent back is not.
    statusReason: (activity, _args, { actor }) =>
      activity.publishedAt !== undefined || activityPolicy.canSeePapers(actor, activity) ? activity.statusReason : null,
    facts: papers(({ facts }) => facts),
    noticeUntil: papers(noticeUntil),
    report: papers(({ report }) => report),
    reportDueAt: papers(reportDueAt),
    viewerActions: async (activity, _args, { actor, now, loaders }) => {
      const isRegistered = (await loaders.ownRegistrations.load(activity.id)) !== undefined;
      const hasApproved =
        activityPolicy.can(actor, 'APPROVE', activity) && activity.status === 'SUBMITTED'
          ? approversOf(await loaders.approvalFiles.load(activity.id)).some((id) => isMember(actor, id))
          : false;
      const isGranted = (action: ActivityAction): boolean =>
        activityPolicy.can(actor, action, activity) &&
        !(action === 'REGISTER' && isRegistered) &&
        !(action === 'APPROVE' && hasApproved);
      return viewerActions(activityLifecycle, activity, now, isGranted);
    },
  },
};

function toDraft(input: DraftActivityInput): ActivityPlan & { readonly groupId: GroupId } {
  return {
    ...input,
    groupId: toId(input.groupId),
    venueId: input.venueId == null ? undefined : toId(input.venueId),
    capacity: input.capacity ?? undefined,
    facts: completeFacts(input.facts),
  };
}

/** Absent fields stay as they are; a capacity of null lifts the limit, a venue of null takes it back. */
function toChanges(changes: ActivityChangesInput): Partial<ActivityPlan> {
  const { capacity, facts, venueId, ...others } = changes;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...given,
    ...(facts != null && { facts: completeFacts(facts) }),
    ...(capacity !== undefined && { capacity: capacity ?? undefined }),
    ...(venueId !== undefined && { venueId: venueId === null ? undefined : toId(venueId) }),
  };
}
