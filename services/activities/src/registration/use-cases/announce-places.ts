import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { placeChanged, placesHeld } from '../registration-facts.js';
import { seatsToFill } from '../registration.js';

/** What filling seats needs of a transaction. */
export type SeatUnit = Pick<Unit<Pick<Repositories, 'registrations'>>, 'registrations' | 'outbox'>;

/**
 * Gives free seats to the first of the waiting list, in the transaction that freed them and under the activity's lock,
 * and lets those be told who have one now.
 */
export async function fillSeats({ registrations, outbox }: SeatUnit, activity: Activity, now: Date): Promise<void> {
  const count = seatsToFill(activity, await registrations.countSeats(activity.id), now);
  const waiting = await registrations.confirmFirstWaiting(activity.id, count);
  const confirmed = waiting.map((place) => ({ ...place, activityId: activity.id }));
  await outbox.appendMany('PlaceHeld', placesHeld(confirmed, true, now));
  await outbox.appendMany(
    'PlaceChanged',
    confirmed.map((place) => ({
      aggregateId: place.id,
      data: placeChanged(place, 'SEAT_GIVEN', now),
    })),
  );
}
