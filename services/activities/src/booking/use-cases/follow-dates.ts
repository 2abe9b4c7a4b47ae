import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { heldSpan, liveBookings, type Booking } from '../booking.js';
import { checkFree, findThing } from './find-thing.js';

/** Why something that was booked is let go when the activity moves to a time at which it is taken. */
export const notFreeReason = 'Not free at the new time.';

/**
 * Lets everything booked for an activity follow it to its new dates. What is free then stays booked, except that what a
 * union officer confirms is asked for anew; what is not free is let go. Call it under the activity's lock. The order of
 * the ids keeps two activities that move at once from waiting for each other.
 */
export async function followDates(
  unit: Unit<Repositories>,
  activity: Activity,
  campusZone: string,
): Promise<readonly Booking[]> {
  const { bookings } = unit;
  const standing = (await bookings.listOfActivities([activity.id])).filter(({ status }) =>
    liveBookings.includes(status),
  );
  const thingOf = ({ venueId, equipmentId }: Booking): string => venueId ?? equipmentId ?? '';
  const ordered = [...standing].sort((one, other) => thingOf(one).localeCompare(thingOf(other)));
  const moved: Booking[] = [];
  for (const booking of ordered)
    moved.push(await bookings.save(await followed(unit, { activity, booking, campusZone })));
  return moved;
}

type Follower = { readonly activity: Activity; readonly booking: Booking; readonly campusZone: string };

async function followed(unit: Unit<Repositories>, { activity, booking, campusZone }: Follower): Promise<Booking> {
  const span = heldSpan(activity, booking);
  const thing = await findThing(unit, booking);
  const released: Booking = { ...booking, status: 'RELEASED', statusReason: notFreeReason };
  if (thing === undefined) return released;
  const people = activity.capacity ?? activity.facts.expectedAttendees;
  // Its own hold on the old time must not stand in the way of the new one.
  const others = { ...unit, bookings: withoutOwn(unit.bookings, booking) };
  const free = await checkFree(others, thing, { itemCount: booking.itemCount, people, span, campusZone });
  if (!free.ok) return released;
  const { bookedBy } = thing.kind === 'venue' ? thing.venue : thing.equipment;
  const status = bookedBy === 'UNION_OFFICERS' ? 'REQUESTED' : booking.status;
  return { ...booking, startsAt: span.from, endsAt: span.to, status, statusReason: undefined };
}

function withoutOwn(bookings: Repositories['bookings'], own: Booking): Repositories['bookings'] {
  const others = (rows: readonly Booking[]): readonly Booking[] => rows.filter(({ id }) => id !== own.id);
  return {
    ...bookings,
    listLiveOfVenues: async (...args) => others(await bookings.listLiveOfVenues(...args)),
    listLiveOfEquipment: async (...args) => others(await bookings.listLiveOfEquipment(...args)),
  };
}
