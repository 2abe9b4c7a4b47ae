import { err, FieldChecks, notAllowed, notFound, ok, type Actor, type Result } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { bookingLifecycle, type Booking, type BookingAction, type BookingId } from '../booking.js';
import { bookingPolicy } from '../booking.policy.js';

type Move<E> = {
  readonly bookingId: BookingId;
  readonly action: BookingAction;
  readonly settle: (moved: Booking) => Result<Booking, E>;
};

/** Takes one step of a booking's life. Whoever may not see the activity is told that there is no such booking. */
function moveBooking<E extends { readonly __typename: string }>(
  { transaction, clock }: Deps,
  actor: Actor,
  { bookingId, action, settle }: Move<E>,
) {
  return transaction(async ({ activities, bookings }) => {
    const found = await bookings.find(bookingId);
    const activity = found && (await activities.findVisibleLocked(actor, found.activityId));
    // Read again under the activity's lock, under which every booking of it is written.
    const booking = activity && (await bookings.find(bookingId));
    if (booking === null || activity === null || !bookingPolicy.canSeeOf(actor, activity))
      return err(notFound('Booking'));
    if (!bookingPolicy.can(actor, action, activity)) return err(notAllowed(action, 'Booking'));
    const status = bookingLifecycle.next(action, booking, clock.now());
    if (!status.ok) return status;
    const moved = settle({ ...booking, status: status.value });
    return moved.ok ? ok(await bookings.save(moved.value)) : moved;
  });
}

/** Which booking. */
export type BookingChoice = { readonly bookingId: BookingId };

/** Confirms a request; for union officers outside the activity. */
export function confirmBooking(deps: Deps, actor: Actor, { bookingId }: BookingChoice) {
  const settle = (moved: Booking): Result<Booking, never> => ok(moved);
  return moveBooking(deps, actor, { bookingId, action: 'CONFIRM', settle });
}

/** Refuses a request, or takes a booking back, with the reason the team reads. */
export function refuseBooking(
  deps: Deps,
  actor: Actor,
  { bookingId, reason }: BookingChoice & { readonly reason: string },
) {
  const settle = (moved: Booking) =>
    new FieldChecks().text('reason', reason, { max: 500 }).finish({ ...moved, statusReason: reason.trim() });
  return moveBooking(deps, actor, { bookingId, action: 'REFUSE', settle });
}

/** Lets go of what was booked; for those who run the activity. */
export function releaseBooking(deps: Deps, actor: Actor, { bookingId }: BookingChoice) {
  const settle = (moved: Booking): Result<Booking, never> => ok(moved);
  return moveBooking(deps, actor, { bookingId, action: 'RELEASE', settle });
}
