import type { JobQueue, Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { expireOffer, promote, promotionWidth, type Promotions } from '../offer.js';
import { offerEnded, placeChanged, placesHeld, seatOffered } from '../registration-facts.js';
import type { Registration } from '../registration.js';
import { openSeatBook } from '../seat-book.js';

/** The job that ends an offer. */
export const expireOfferTask = 'expire-offer';

/** The key of an offer's job, so that it can be forgotten when the offer is answered. */
export function offerJobKey({ id }: Pick<Registration, 'id'>): string {
  return `${expireOfferTask}:${id}`;
}

/** What filling seats needs of a transaction. */
export type SeatUnit = Pick<Unit<Repositories>, 'seats' | 'pools' | 'outbox'> & {
  readonly jobs: Pick<JobQueue, 'enqueueMany'>;
};

/**
 * Gives free seats to the first of the waiting list, in the transaction that freed them and under the activity's lock:
 * confirmed for whoever asked for that, offered for a while to the others, called out to several shortly before the start.
 * Offers whose time is over are ended first. Those concerned are told.
 */
export async function fillSeats(unit: SeatUnit, activity: Activity, now: Date): Promise<void> {
  if (activity.status !== 'PUBLISHED' || now >= activity.endsAt) return;
  await endOverdueOffers(unit, activity, now);
  const { seats, pools } = unit;
  const counts = await seats.count(activity.id);
  if (!counts.some(({ isAwaited }) => isAwaited)) return;
  const kept = await pools.listOfActivities([activity.id]);
  const book = openSeatBook(activity, kept, { counts, now });
  const width = (free: number): number => Math.min(promotionWidth(activity, free, now), waitingMax);
  const widths = kept.map(({ id }) => ({ poolId: id, width: width(book.freeIn(id)) })).filter((of) => of.width > 0);
  const waiting = book.free() === 0 ? [] : await seats.listNext(activity.id, width(book.free()), widths);
  const takers = waiting.filter(({ autoAccept, despiteClash }) => autoAccept && !despiteClash);
  const clashes = await seats.listClashes(
    activity,
    takers.map(({ memberId }) => memberId),
  );
  const promotions = promote(activity, waiting, { book, clashing: new Set(clashes.keys()), now });
  await keepPromotions(unit, activity, { ...promotions, now });
}

/** Where there is room for everybody, nobody waits longer than it takes to come to them. */
const waitingMax = 10_000;

async function keepPromotions(
  { seats, outbox, jobs }: SeatUnit,
  activity: Activity,
  { confirmed, offered, called, now }: Promotions & { readonly now: Date },
): Promise<void> {
  const newlyCalled = called.filter(({ offeredAt }) => offeredAt === now);
  await seats.saveAll([...confirmed, ...offered, ...newlyCalled]);
  await seats.endCalls(activity.id, called);
  await outbox.appendMany('PlaceHeld', placesHeld(confirmed, true, now));
  await outbox.appendMany(
    'PlaceChanged',
    confirmed.map((place) => ({ aggregateId: place.id, data: placeChanged(place, 'SEAT_GIVEN', now) })),
  );
  await outbox.appendMany(
    'ActivityNotice',
    [...offered, ...newlyCalled].map((place) => ({ aggregateId: place.id, data: seatOffered(place, now) })),
  );
  await jobs.enqueueMany(
    offered.flatMap((offer) => {
      const { id, offerExpiresAt: runAt } = offer;
      const payload = { registrationId: id };
      return runAt === undefined ? [] : [{ task: expireOfferTask, payload, runAt, key: offerJobKey(offer) }];
    }),
  );
}

/** Ends the offers of the activity whose time is over, whether or not their job has come yet. */
async function endOverdueOffers({ seats, outbox }: SeatUnit, activity: Activity, now: Date): Promise<void> {
  const overdue = await seats.listOverdueOffers(activity.id, now);
  const expired = overdue.flatMap((registration) => {
    const ended = expireOffer({ registration, activity }, now);
    return ended.ok ? [ended.value] : [];
  });
  await seats.saveAll(expired);
  await outbox.appendMany(
    'ActivityNotice',
    expired.map((place) => ({ aggregateId: place.id, data: offerEnded(place, now) })),
  );
}
