import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import { freeCancelUntil, type Activity } from '../activity/activity.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { registrationPolicy } from './registration.policy.js';
import { registrationLifecycle } from './registration-lifecycle.js';
import { freeSeats, type Registration } from './registration.js';

/** Resolvers of the noun Registration, and of what it adds to Activity. */
export const registrationResolvers: Resolvers = {
  Mutation: {
    registerForActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RegisterForActivitySuccess',
        await activities.registerForActivity(actor, {
          activityId: toId(input.activityId),
          poolId: input.poolId == null ? undefined : toId(input.poolId),
          autoAccept: input.autoAccept ?? false,
          despiteClash: input.despiteClash ?? false,
          answers: input.answers ?? [],
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (registration) => ({ registration }),
      ),
    cancelRegistration: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CancelRegistrationSuccess',
        await activities.cancelRegistration(actor, { registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
    leaveWaitingList: async (_root, { input }, { actor, activities }) =>
      toResult(
        'LeaveWaitingListSuccess',
        await activities.leaveWaitingList(actor, { registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
    acceptOffer: async (_root, { input }, { actor, activities }) =>
      toResult(
        'AcceptOfferSuccess',
        await activities.acceptOffer(actor, {
          registrationId: toId(input.registrationId),
          despiteClash: input.despiteClash ?? false,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (registration) => ({ registration }),
      ),
    declineOffer: async (_root, { input }, { actor, activities }) =>
      toResult(
        'DeclineOfferSuccess',
        await activities.declineOffer(actor, { registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
    excuseRegistration: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ExcuseRegistrationSuccess',
        await activities.excuseRegistration(actor, { ...input, registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
    removeRegistration: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RemoveRegistrationSuccess',
        await activities.removeRegistration(actor, { ...input, registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
    checkIn: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CheckInSuccess',
        await activities.checkIn(actor, {
          registrationId: toId(input.registrationId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (registration) => ({ registration }),
      ),
    correctAttendance: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CorrectAttendanceSuccess',
        await activities.correctAttendance(actor, { ...input, registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
  },
  Activity: {
    seatsTaken: async ({ id }, _args, { loaders }) => (await loaders.seats.load(id)).taken,
    seatsLeft: async (activity, _args, { loaders }) =>
      activity.capacity === undefined ? null : freeSeats(activity, (await loaders.seats.load(activity.id)).taken),
    waitingCount: async ({ id }, _args, { loaders }) => (await loaders.seats.load(id)).waiting,
    isOverfull: async ({ id, capacity }, _args, { loaders }) =>
      (await loaders.seats.load(id)).taken > (capacity ?? Number.POSITIVE_INFINITY),
    viewerRegistration: async ({ id }, _args, { loaders }) => (await loaders.ownRegistrations.load(id)) ?? null,
    viewerLastRegistration: async ({ id }, _args, { loaders }) => (await loaders.lastRegistrations.load(id)) ?? null,
    registrations: (activity, page, { loaders }) =>
      loaders.rosters.load({ activity, page: readPageRequest(page, ['instant', 'id']) }),
  },
  Registration: {
    activity: activityOf,
    member: ({ memberId }) => ({ id: memberId }),
    offer: async (registration, _args, context) => {
      const activity = await activityOf(registration, {}, context);
      return registrationLifecycle.can('ACCEPT', { registration, activity }, context.now) ? registration : null;
    },
    isExcused: ({ excused }) => excused,
    waitingPlace: async ({ id }, _args, { loaders }) => (await loaders.waitingPlaces.load(id)) ?? null,
    freeCancelUntil: async (registration, _args, context) =>
      registration.status === 'CONFIRMED' ? freeCancelUntil(await activityOf(registration, {}, context)) : null,
    viewerActions: async (registration, _args, context) => {
      const facts = { registration, activity: await activityOf(registration, {}, context) };
      return viewerActions(registrationLifecycle, facts, context.now, (action) =>
        registrationPolicy.can(context.actor, action, facts),
      );
    },
  },
  SeatOffer: {
    offeredAt: ({ offeredAt }) => instantOf(offeredAt),
    expiresAt: ({ offerExpiresAt }) => instantOf(offerExpiresAt),
    isHeld: ({ status }) => status === 'OFFERED',
  },
  PlaceClashError: {
    activity: async ({ activityId }, _args, { loaders }) => {
      const activity = await loaders.activities.load(activityId);
      if (activity === undefined) throw new Error('whoever has a place sees its activity');
      return activity;
    },
  },
};

function instantOf(instant: Date | undefined): Date {
  if (instant === undefined) throw new Error('an offer says when it was made and until when it lasts');
  return instant;
}

/** Whoever sees a registration sees its activity: one is only ever made for what was published. */
async function activityOf(
  { activityId }: Registration,
  _args: unknown,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<Activity> {
  const activity = await loaders.activities.load(activityId);
  if (activity === undefined) throw new Error('a registration names an activity that was published');
  return activity;
}
