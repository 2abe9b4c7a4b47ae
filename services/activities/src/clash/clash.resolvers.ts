import { toId } from '@guildhall/kernel';
import { currentRules, rulesOf, type RiskTier } from '../activity/activity-rules.js';
import { activityPolicy } from '../activity/activity.policy.js';
import { completeFacts, riskTierOf } from '../activity/risk.js';
import { currentApprovalRules } from '../approval/approval-rules.js';
import { requiredEvidence } from '../approval/approval.js';
import type { Context } from '../context.js';
import type { PlanPreviewInput, Resolvers } from '../generated/graphql.js';
import { betterTimes, clashesAt, weightOf, type Clashes, type WeighedTime } from './clash.js';
import { lookAround, type LookedAt } from './clash.loaders.js';

/** The clashes of a plan with the times that would be better. */
export type ClashesModel = Clashes & { readonly weight: number; readonly betterTimes: readonly WeighedTime[] };

const dayMs = 86_400_000;
/** A plan is at most as long as an activity can be; what is longer has no clashes worth counting. */
const longestMs = 14 * dayMs;

/** Resolvers of the planner. */
export const clashResolvers: Resolvers = {
  Query: {
    planPreview: async (_root, { input }, context) =>
      activityPolicy.canDraft(context.actor, toId(input.groupId)) ? preview(input, context) : null,
  },
  Activity: {
    clashes: async (activity, _args, context) => {
      if (!activityPolicy.canSeePapers(context.actor, activity)) return null;
      const venue = activity.venueId === undefined ? undefined : await context.loaders.venues.load(activity.venueId);
      const notice = rulesOf(activity).noticeDays[activity.riskTier];
      return clashesOf({ ...activity, activityId: activity.id, venue }, notice, context);
    },
  },
  PlanClashes: {
    shared: ({ shared }) => [...shared],
    sameKind: ({ sameKind }) => [...sameKind],
    periods: ({ periods }) => [...periods],
    isVenueTaken: ({ isVenueTaken }) => isVenueTaken ?? null,
    betterTimes: (model) => [...model.betterTimes],
  },
  ClashingActivity: {
    activity: async ({ id }, _args, { loaders }) => (await loaders.activities.load(id)) ?? null,
    sharedMembers: ({ sharedMembers }) => sharedMembers ?? null,
  },
  BetterTime: {
    sharedCount: ({ clashes }) => clashes.shared.length,
    sameKindCount: ({ clashes }) => clashes.sameKind.length,
  },
};

async function preview(input: PlanPreviewInput, context: Context) {
  const { now, loaders } = context;
  const facts = completeFacts(input.facts);
  const riskTier: RiskTier = riskTierOf(facts, input.capacity ?? undefined, currentRules);
  const noticeDays = currentRules.noticeDays[riskTier];
  const noticeUntil = new Date(input.startsAt.getTime() - noticeDays * dayMs);
  const venue = input.venueId == null ? undefined : await loaders.venues.load(toId(input.venueId));
  const activityId = input.activityId == null ? undefined : toId<'Activity'>(input.activityId);
  const { kind, startsAt, endsAt } = input;
  const plan = { groupId: toId<'Group'>(input.groupId), kind, startsAt, endsAt, activityId, venue };
  return {
    riskTier,
    noticeDays,
    noticeUntil,
    isNoticeOver: riskTier > 0 && now > noticeUntil,
    approversNeeded: currentApprovalRules.approvers[riskTier],
    evidence: [...requiredEvidence({ riskTier, facts }, currentApprovalRules)],
    clashes: await clashesOf(plan, noticeDays, context),
  };
}

/** A time that keeps the notice is not traded for one that breaks it; where it is broken already, any that is to come will do. */
async function clashesOf(
  plan: LookedAt,
  noticeDays: number,
  { now, read, campusZone }: Context,
): Promise<ClashesModel> {
  const length = plan.endsAt.getTime() - plan.startsAt.getTime();
  if (length <= 0 || length > longestMs)
    return { shared: [], sameKind: [], periods: [], isVenueTaken: undefined, weight: 0, betterTimes: [] };
  const around = await lookAround(read, plan);
  const inNotice = new Date(now.getTime() + noticeDays * dayMs);
  const notBefore = plan.startsAt < inNotice ? now : inNotice;
  const clashes = clashesAt(plan, around, campusZone);
  return {
    ...clashes,
    weight: weightOf(clashes),
    betterTimes: betterTimes({ ...plan, campusZone, notBefore }, around),
  };
}
