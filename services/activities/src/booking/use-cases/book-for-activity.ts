import {
  actorKey,
  err,
  illegalTransition,
  limitReached,
  notAllowed,
  notFound,
  ok,
  validationError,
  type Actor,
} from '@guildhall/kernel';
import type { Activity, ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { bookingRules } from '../booking-rules.js';
import { bookableStatuses, checkAsked, heldSpan, liveBookings, type AskedBooking, type Booking } from '../booking.js';
import { bookingPolicy } from '../booking.policy.js';
import { checkFree, findThing, type Thing } from './find-thing.js';

/** Which activity, and what is booked for it. */
export type BookForActivity = AskedBooking & {
  readonly activityId: ActivityId;
  readonly idempotencyKey: string | undefined;
};

const noThing = ({ venueId }: AskedBooking) =>
  validationError([
    {
      path: venueId === undefined ? 'equipmentId' : 'venueId',
      rule: 'UNKNOWN',
      message: 'The union has nothing like this.',
    },
  ]);

/** Books a venue or equipment for the time of an activity, set-up and clear-away included. */
export function bookForActivity(deps: Deps, actor: Actor, { idempotencyKey, ...input }: BookForActivity) {
  const { idempotentTransaction, clock, ids, campusZone } = deps;
  const request = { actor: actorKey(actor), key: idempotencyKey, operation: 'bookForActivity', input };
  return idempotentTransaction(
    request,
    ({ bookings }, id) => bookings.find(id as Booking['id']),
    async (unit) => {
      const { activities, bookings } = unit;
      const now = clock.now();
      const activity = await activities.findVisibleLocked(actor, input.activityId);
      if (activity === null) return err(notFound('Activity'));
      if (!bookingPolicy.canBook(actor, activity)) return err(notAllowed('BOOK', 'Activity'));
      if (!bookableStatuses.includes(activity.status) || now >= activity.endsAt)
        return err(illegalTransition('BOOK', activity.status));
      const asked = checkAsked(input);
      if (!asked.ok) return asked;
      const standing = (await bookings.listOfActivities([activity.id])).filter(({ status }) =>
        liveBookings.includes(status),
      );
      if (standing.length >= bookingRules.livePerActivityMax)
        return err(
          limitReached('So many bookings of one activity can stand at once.', bookingRules.livePerActivityMax),
        );
      const thing = await findThing(unit, asked.value);
      if (thing === undefined) return err(noThing(asked.value));
      const span = heldSpan(activity, asked.value);
      const people = activity.capacity ?? activity.facts.expectedAttendees;
      const free = await checkFree(unit, thing, { itemCount: input.itemCount, people, span, campusZone });
      if (!free.ok) return free;
      return ok(await bookings.add(newBooking(actor, { activity, asked: asked.value, thing, id: ids.ordered(), now })));
    },
  );
}

type Newcomer = {
  readonly activity: Activity;
  readonly asked: AskedBooking;
  readonly thing: Thing;
  readonly id: Booking['id'];
  readonly now: Date;
};

function newBooking(actor: Actor, { activity, asked, thing, id, now }: Newcomer): Booking {
  const { from, to } = heldSpan(activity, asked);
  const { bookedBy } = thing.kind === 'venue' ? thing.venue : thing.equipment;
  return {
    id,
    activityId: activity.id,
    venueId: asked.venueId,
    equipmentId: asked.equipmentId,
    isSingle: thing.kind === 'venue' || thing.equipment.quantity === 1,
    itemCount: asked.itemCount,
    startsAt: from,
    endsAt: to,
    setUpMinutes: asked.setUpMinutes,
    clearAwayMinutes: asked.clearAwayMinutes,
    status: bookingPolicy.startsAs(actor, activity, bookedBy),
    statusReason: undefined,
    requestedAt: now,
    version: 1,
  };
}
