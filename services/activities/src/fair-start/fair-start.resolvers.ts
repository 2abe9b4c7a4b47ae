import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Activity } from '../activity/activity.js';
import type { Resolvers } from '../generated/graphql.js';
import { fairStartPolicy } from './fair-start.policy.js';
import { fairStartRulesOf } from './fair-start-rules.js';
import { fairStartLifecycle, fairStartPhase, type FairStart } from './fair-start.js';

/** A fair start together with its activity, which has its dates. */
export type FairStartModel = FairStart & {
  readonly activity: Activity;
  readonly opensAt: Date;
  readonly closesAt: Date;
};

/** Resolvers of the noun FairStart, and of what it adds to Activity. */
export const fairStartResolvers: Resolvers = {
  Mutation: {
    planFairStart: async (_root, { input }, { actor, activities }) =>
      toResult(
        'PlanFairStartSuccess',
        await activities.planFairStart(actor, { ...input, activityId: toId(input.activityId) }),
        (activity) => ({ activity }),
      ),
    enterDraw: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EnterDrawSuccess',
        await activities.enterDraw(actor, {
          activityId: toId(input.activityId),
          asParty: input.asParty ?? false,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (registration) => ({ registration }),
      ),
    joinParty: async (_root, { input }, { actor, activities }) =>
      toResult(
        'JoinPartySuccess',
        await activities.joinParty(actor, {
          inviteCode: toId(input.inviteCode),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (registration) => ({ registration }),
      ),
    leaveDraw: async (_root, { input }, { actor, activities }) =>
      toResult(
        'LeaveDrawSuccess',
        await activities.leaveDraw(actor, { registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
  },
  Activity: {
    fairStart: async (activity, _args, { loaders }): Promise<FairStartModel | null> => {
      const fairStart = await loaders.fairStarts.load(activity.id);
      const { collectionOpensAt: opensAt, collectionClosesAt: closesAt } = activity;
      if (fairStart === undefined || opensAt === undefined || closesAt === undefined) return null;
      return { ...fairStart, activity, opensAt, closesAt };
    },
    fairStartActions: async (activity, _args, { actor, now, loaders }) => {
      const isIn = (await loaders.ownRegistrations.load(activity.id)) !== undefined;
      return fairStartLifecycle.actions.filter((action) => {
        const fits = action === 'LEAVE_DRAW' ? isIn : !isIn || action === 'PLAN';
        return fits && fairStartLifecycle.can(action, activity, now) && fairStartPolicy.can(actor, action, activity);
      });
    },
  },
  FairStart: {
    phase: ({ activity }, _args, { now }) => fairStartPhase(activity, now),
    drawnAt: ({ activity }) => activity.drawnAt ?? null,
    entryCount: async ({ activityId }, _args, { loaders }) => (await loaders.entryCounts.load(activityId)).entries,
    peopleCount: async ({ activityId }, _args, { loaders }) => (await loaders.entryCounts.load(activityId)).people,
    rules: (fairStart) => fairStartRulesOf(fairStart),
    viewerEntry: async ({ activityId }, _args, { loaders }) => (await loaders.ownEntries.load(activityId)) ?? null,
    entries: ({ activityId }, page, { read }) =>
      read.fairStarts.pageDrawn(activityId, readPageRequest(page, ['text', 'id'])),
  },
  OwnEntry: {
    registration: async ({ activityId }, _args, { loaders }) =>
      (await loaders.ownRegistrations.load(activityId)) ?? null,
    people: ({ memberIds }) => memberIds.map((id) => ({ member: { id } })),
    drawn: async (entry, _args, { loaders }) => (await loaders.drawnEntries.load(entry)) ?? null,
  },
};
