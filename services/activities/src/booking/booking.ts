/*
 * A booking: a venue, or some items of equipment, held for an activity from set-up to clear-away.
 * Life: REQUESTED, CONFIRMED, then RELEASED by those who booked or REFUSED by a union officer. Both of the first hold the
 * thing, so that nobody plans on what another asked for before. Owner: activities.
 */
import { defineLifecycle, FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { Activity, ActivityId, ActivityStatus } from '../activity/activity.js';
import type { EquipmentId } from '../equipment/equipment.js';
import type { VenueId } from '../venue/venue.js';
import { bookingRules } from './booking-rules.js';

/** The id of a booking. */
export type BookingId = Id<'Booking'>;

/** Where a booking stands. */
export type BookingStatus = 'REQUESTED' | 'CONFIRMED' | 'RELEASED' | 'REFUSED';

/** The statuses in which a booking holds the thing; the exclusion constraints name the same. */
export const liveBookings: readonly BookingStatus[] = ['REQUESTED', 'CONFIRMED'];

/** A booking as stored. Its dates include set-up and clear-away; exactly one of venue and equipment is there. */
export type Booking = {
  readonly id: BookingId;
  readonly activityId: ActivityId;
  readonly venueId: VenueId | undefined;
  readonly equipmentId: EquipmentId | undefined;
  /** Whether there is only one of the thing, which the database then keeps from being held twice. */
  readonly isSingle: boolean;
  readonly itemCount: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly setUpMinutes: number;
  readonly clearAwayMinutes: number;
  readonly status: BookingStatus;
  readonly statusReason: string | undefined;
  readonly requestedAt: Date;
  readonly version: number;
};

/** What can happen to a booking. */
export type BookingAction = 'CONFIRM' | 'REFUSE' | 'RELEASE';

const isNotOver = ({ endsAt }: Booking, now: Date): boolean => now < endsAt;

/** The life of a booking. */
export const bookingLifecycle = defineLifecycle<Booking, BookingStatus, BookingAction>(
  {
    name: 'Booking',
    initial: ['REQUESTED', 'CONFIRMED'],
    states: ['REQUESTED', 'CONFIRMED', 'RELEASED', 'REFUSED'],
    transitions: {
      CONFIRM: { from: ['REQUESTED'], to: ['CONFIRMED'], guard: isNotOver },
      REFUSE: { from: ['REQUESTED', 'CONFIRMED'], to: ['REFUSED'], guard: isNotOver },
      RELEASE: { from: ['REQUESTED', 'CONFIRMED'], to: ['RELEASED'], guard: isNotOver },
    },
  },
  ({ status }) => status,
);

/** The states of an activity that something can be booked for. */
export const bookableStatuses: readonly ActivityStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'CHANGES_REQUESTED',
  'APPROVED',
  'PUBLISHED',
];

const minuteMs = 60_000;

/** From when to when a thing is held for an activity, with set-up and clear-away. */
export function heldSpan(
  { startsAt, endsAt }: Pick<Activity, 'startsAt' | 'endsAt'>,
  { setUpMinutes, clearAwayMinutes }: Pick<Booking, 'setUpMinutes' | 'clearAwayMinutes'>,
): { readonly from: Date; readonly to: Date } {
  return {
    from: new Date(startsAt.getTime() - setUpMinutes * minuteMs),
    to: new Date(endsAt.getTime() + clearAwayMinutes * minuteMs),
  };
}

/** What is asked for: one of venue and equipment. */
export type AskedBooking = Pick<Booking, 'venueId' | 'equipmentId' | 'itemCount' | 'setUpMinutes' | 'clearAwayMinutes'>;

/** Checks what is asked for, before anything is looked up. */
export function checkAsked(asked: AskedBooking): Result<AskedBooking, ValidationError> {
  const { venueId, equipmentId, itemCount, setUpMinutes, clearAwayMinutes } = asked;
  const isOneThing = (venueId === undefined) !== (equipmentId === undefined);
  const around = { min: 0, max: bookingRules.aroundMinutesMax };
  return new FieldChecks()
    .that(isOneThing, 'venueId', 'CONTRADICTION', 'Book either a venue or equipment.')
    .whole('itemCount', itemCount, { min: 1, max: venueId === undefined ? 10_000 : 1 })
    .whole('setUpMinutes', setUpMinutes, around)
    .whole('clearAwayMinutes', clearAwayMinutes, around)
    .finish(asked);
}
