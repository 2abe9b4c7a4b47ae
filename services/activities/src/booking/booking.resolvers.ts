import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { bookableStatuses, bookingLifecycle } from './booking.js';
import { bookingPolicy } from './booking.policy.js';

const longestMs = 62 * 86_400_000;

/** A time to look at, cut to what one answer can hold; nothing where it is empty. */
function lookAt(from: Date, to: Date): { readonly from: Date; readonly to: Date } | undefined {
  return from < to ? { from, to: new Date(Math.min(to.getTime(), from.getTime() + longestMs)) } : undefined;
}

/** Resolvers of the noun Booking. */
export const bookingResolvers: Resolvers = {
  Query: {
    bookingRequests: (_root, page, { actor, now, read }) =>
      read.bookings.pageOfRequests(actor, now, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: {
    bookForActivity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'BookForActivitySuccess',
        await activities.bookForActivity(actor, {
          ...input,
          activityId: toId(input.activityId),
          venueId: input.venueId == null ? undefined : toId(input.venueId),
          equipmentId: input.equipmentId == null ? undefined : toId(input.equipmentId),
          itemCount: input.itemCount ?? 1,
          setUpMinutes: input.setUpMinutes ?? 0,
          clearAwayMinutes: input.clearAwayMinutes ?? 0,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (booking) => ({ booking }),
      ),
    confirmBooking: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ConfirmBookingSuccess',
        await activities.confirmBooking(actor, { bookingId: toId(input.bookingId) }),
        (booking) => ({ booking }),
      ),
    refuseBooking: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RefuseBookingSuccess',
        await activities.refuseBooking(actor, { ...input, bookingId: toId(input.bookingId) }),
        (booking) => ({ booking }),
      ),
    releaseBooking: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ReleaseBookingSuccess',
        await activities.releaseBooking(actor, { bookingId: toId(input.bookingId) }),
        (booking) => ({ booking }),
      ),
  },
  Activity: {
    bookings: async (activity, _args, { actor, loaders }) =>
      bookingPolicy.canSeeOf(actor, activity) ? [...(await loaders.activityBookings.load(activity.id))] : null,
    canBook: (activity, _args, { actor, now }) =>
      bookingPolicy.canBook(actor, activity) && bookableStatuses.includes(activity.status) && now < activity.endsAt,
  },
  Venue: {
    takenTimes: async ({ id }, { from, to }, { loaders }) => {
      const span = lookAt(from, to);
      return span === undefined ? [] : [...(await loaders.venueBookings.load({ id, ...span }))];
    },
    isFree: async ({ id }, { from, to }, { loaders }) => {
      const span = lookAt(from, to);
      return span === undefined || (await loaders.venueBookings.load({ id, ...span })).length === 0;
    },
    bookings: async ({ id }, { from, to }, { actor, loaders }) => {
      if (!bookingPolicy.canSeeAll(actor)) return null;
      const span = lookAt(from, to);
      return span === undefined ? [] : [...(await loaders.venueBookings.load({ id, ...span }))];
    },
  },
  Booking: {
    activity: async ({ activityId }, _args, { loaders }) => (await loaders.activities.load(activityId)) ?? null,
    venue: async ({ venueId }, _args, { loaders }) =>
      venueId === undefined ? null : ((await loaders.venues.load(venueId)) ?? null),
    equipment: async ({ equipmentId }, _args, { loaders }) =>
      equipmentId === undefined ? null : ((await loaders.equipment.load(equipmentId)) ?? null),
    viewerActions: async (booking, _args, { actor, now, loaders }) => {
      const activity = await loaders.activities.load(booking.activityId);
      if (activity === undefined) return [];
      return viewerActions(bookingLifecycle, booking, now, (action) => bookingPolicy.can(actor, action, activity));
    },
  },
};
