import type { Booking } from './booking.js';

/** How many items are held at the busiest instant of these bookings. It can only be one at which a booking begins. */
export function peakUse(bookings: readonly Pick<Booking, 'startsAt' | 'endsAt' | 'itemCount'>[]): number {
  const uses = bookings.map(({ startsAt: at }) =>
    bookings
      .filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
      .reduce((sum, { itemCount }) => sum + itemCount, 0),
  );
  return Math.max(0, ...uses);
}

/** How many items are held at the busiest instant inside a time. */
export function peakUseWithin(
  bookings: readonly Pick<Booking, 'startsAt' | 'endsAt' | 'itemCount'>[],
  { from, to }: { readonly from: Date; readonly to: Date },
): number {
  const inside = bookings.filter(({ startsAt, endsAt }) => startsAt < to && from < endsAt);
  return peakUse(
    inside.map((booking) => ({ ...booking, startsAt: booking.startsAt < from ? from : booking.startsAt })),
  );
}
