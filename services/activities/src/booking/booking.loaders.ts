import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import type { Equipment, EquipmentId } from '../equipment/equipment.js';
import type { VenueId } from '../venue/venue.js';
import type { Booking } from './booking.js';
import type { Repositories } from '../deps.js';
import { peakUseWithin } from './free-items.js';

/** The bookings of activities, soonest first. */
export function createActivityBookingsLoader(
  bookings: Repositories['bookings'],
): DataLoader<ActivityId, readonly Booking[]> {
  return new DataLoader(async (ids) => {
    const byActivity = Map.groupBy(await bookings.listOfActivities(ids), ({ activityId }) => activityId);
    return ids.map((id) => byActivity.get(id) ?? []);
  });
}

/** Equipment by id. */
export function createEquipmentLoader(
  equipment: Repositories['equipment'],
): DataLoader<EquipmentId, Equipment | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await equipment.list(ids)).map((found) => [found.id, found]));
    return ids.map((id) => byId.get(id));
  });
}

/** A thing and a time to look at it. */
export type SpanKey<ThingId> = { readonly id: ThingId; readonly from: Date; readonly to: Date };

const keyText = <ThingId extends string>({ id, from, to }: SpanKey<ThingId>): string =>
  `${id} ${from.toISOString()} ${to.toISOString()}`;
const spanText = <ThingId extends string>({ from, to }: SpanKey<ThingId>): string =>
  `${from.toISOString()} ${to.toISOString()}`;

/** What is held of venues in a time; venues asked for the same time share a statement. */
export function createVenueBookingsLoader(
  bookings: Repositories['bookings'],
): DataLoader<SpanKey<VenueId>, readonly Booking[], string> {
  return new DataLoader(
    async (keys) => {
      const found = new Map<string, readonly Booking[]>();
      for (const sharing of Map.groupBy(keys, spanText).values()) {
        const [span] = sharing;
        if (span === undefined) continue;
        const rows = await bookings.listLiveOfVenues(
          sharing.map(({ id }) => id),
          span,
        );
        for (const key of sharing)
          found.set(
            keyText(key),
            rows.filter(({ venueId }) => venueId === key.id),
          );
      }
      return keys.map((key) => found.get(keyText(key)) ?? []);
    },
    { cacheKeyFn: keyText },
  );
}

/** How many of a kind of equipment are held at the busiest instant of a time; kinds asked for the same time share a statement. */
export function createEquipmentUseLoader(
  bookings: Repositories['bookings'],
): DataLoader<SpanKey<EquipmentId>, number, string> {
  return new DataLoader(
    async (keys) => {
      const found = new Map<string, number>();
      for (const sharing of Map.groupBy(keys, spanText).values()) {
        const [span] = sharing;
        if (span === undefined) continue;
        const rows = await bookings.listLiveOfKinds(
          sharing.map(({ id }) => id),
          span,
        );
        for (const key of sharing)
          found.set(
            keyText(key),
            peakUseWithin(
              rows.filter(({ equipmentId }) => equipmentId === key.id),
              span,
            ),
          );
      }
      return keys.map((key) => found.get(keyText(key)) ?? 0);
    },
    { cacheKeyFn: keyText },
  );
}
