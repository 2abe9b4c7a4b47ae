/*
 * What a booking is of, read under its lock, and whether it is free: the same questions when it is asked for and when it
 * follows an activity to other dates.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { Equipment } from '../../equipment/equipment.js';
import { isOpenThroughout } from '../../venue/opening-hours.js';
import type { Venue } from '../../venue/venue.js';
import type { Booking } from '../booking.js';
import { peakUseWithin } from '../free-items.js';

/** A venue or equipment, as a booking looks at it. */
export type Thing =
  | { readonly kind: 'venue'; readonly venue: Venue }
  | { readonly kind: 'equipment'; readonly equipment: Equipment };

type Read = Pick<Repositories, 'venues' | 'equipment' | 'bookings'>;

/** The thing, which nobody else books until the transaction ends; nothing when there is none. */
export async function findThing(
  { venues, equipment }: Read,
  { venueId, equipmentId }: Pick<Booking, 'venueId' | 'equipmentId'>,
): Promise<Thing | undefined> {
  if (venueId !== undefined) {
    const venue = await venues.findLocked(venueId);
    return venue === null ? undefined : { kind: 'venue', venue };
  }
  const found = equipmentId === undefined ? null : await equipment.findLocked(equipmentId);
  return found === null ? undefined : { kind: 'equipment', equipment: found };
}

/** What is asked of a thing: how many of it, for how many people, and from when to when. */
export type Use = {
  readonly itemCount: number;
  readonly people: number;
  readonly span: { readonly from: Date; readonly to: Date };
  readonly campusZone: string;
};

/** Whether the thing is there for that use; every reason against it at once. Call it under the thing's lock. */
export async function checkFree(read: Read, thing: Thing, use: Use): Promise<Result<true, ValidationError>> {
  return thing.kind === 'venue' ? checkVenue(read, thing.venue, use) : checkEquipment(read, thing.equipment, use);
}

async function checkVenue(
  { venues, bookings }: Read,
  venue: Venue,
  { people, span, campusZone }: Use,
): Promise<Result<true, ValidationError>> {
  const closures = await venues.listClosures([venue.id], span);
  const taken = await bookings.listLiveOfVenues([venue.id], span);
  return new FieldChecks()
    .that(people <= venue.capacity, 'venueId', 'CONTRADICTION', `This venue holds ${venue.capacity} people.`)
    .that(
      isOpenThroughout(venue.openingHours, span, campusZone),
      'venueId',
      'OUT_OF_RANGE',
      'The venue is not open all that time, set-up and clear-away included.',
    )
    .that(closures.length === 0, 'venueId', 'OUT_OF_RANGE', 'The venue is closed for part of that time.')
    .that(taken.length === 0, 'venueId', 'CONTRADICTION', 'Somebody else has the venue for part of that time.')
    .finish(true as const);
}

async function checkEquipment(
  { bookings }: Read,
  equipment: Equipment,
  { itemCount, span }: Use,
): Promise<Result<true, ValidationError>> {
  const used = peakUseWithin(await bookings.listLiveOfEquipment(equipment.id, span), span);
  const free = equipment.quantity - used;
  return new FieldChecks()
    .that(itemCount <= free, 'itemCount', 'CONTRADICTION', `Of this, ${Math.max(0, free)} are free all that time.`)
    .finish(true as const);
}
