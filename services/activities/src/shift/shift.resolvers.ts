import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { checkTime } from '../signup/check-time.js';
import { opportunityOf, shiftFacts } from '../wiring/service-facts.js';
import { shiftPolicy } from './shift.policy.js';
import { shiftLifecycle } from './shift.js';

/** Resolvers of the noun Shift. */
export const shiftResolvers: Resolvers = {
  Query: {
    shift: async (_root, { id }, { loaders }) => (await loaders.shifts.load(toId(id))) ?? null,
    shifts: (_root, { opportunityId, hostId, from, to, ...page }, { actor, now, read }) =>
      read.shifts.page(
        actor,
        {
          opportunityId: opportunityId ? toId(opportunityId) : undefined,
          hostId: hostId ? toId(hostId) : undefined,
          from: from ?? now,
          to: to ?? undefined,
        },
        readPageRequest(page, ['instant', 'id']),
      ),
  },
  Mutation: {
    planShift: async (_root, { input }, { actor, activities }) =>
      toResult(
        'PlanShiftSuccess',
        await activities.planShift(actor, {
          ...input,
          opportunityId: toId(input.opportunityId),
          roles: input.roles.map(({ requiredPathId, ...role }) => ({
            ...role,
            requiredPathId: requiredPathId ? toId(requiredPathId) : undefined,
          })),
        }),
        (shift) => ({ shift }),
      ),
    cancelShift: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CancelShiftSuccess',
        await activities.cancelShift(actor, { ...input, shiftId: toId(input.shiftId) }),
        (shift) => ({ shift }),
      ),
  },
  Shift: {
    __resolveReference: ({ id }, { loaders }) => loaders.shifts.load(toId(id)),
    opportunity: opportunityOf,
    roles: ({ id }, _args, { loaders }) => loaders.shiftRoles.load(id),
    viewerSignup: async ({ id }, _args, { loaders }) => (await loaders.ownSignups.load(id)) ?? null,
    viewerNotices: async (shift, _args, { loaders, campusZone: zone }) =>
      checkTime(shift, { ...(await loaders.ownTime.load(shift)), zone }),
    viewerActions: async (shift, _args, context) => {
      const facts = await shiftFacts(shift, context);
      return viewerActions(shiftLifecycle, facts, context.now, (action) =>
        shiftPolicy.can(context.actor, action, facts),
      );
    },
  },
  ShiftNotice: {
    activity: async ({ activityId }, _args, { loaders }) =>
      activityId === undefined ? null : ((await loaders.activities.load(activityId)) ?? null),
  },
};
