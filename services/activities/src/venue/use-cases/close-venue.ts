import { err, limitReached, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { planClosure, type VenueClosure } from '../venue.js';
import { venuePolicy } from '../venue.policy.js';

/** Which venue, when and why. */
export type CloseVenue = Omit<VenueClosure, 'id'>;

/** Closes a venue for a time in which nothing is booked: whoever was promised the room is told by a decision on their booking. */
export function closeVenue({ transaction, clock, ids }: Deps, actor: Actor, input: CloseVenue) {
  return transaction(async ({ venues, bookings }) => {
    const venue = await venues.findLocked(input.venueId);
    if (venue === null) return err(notFound('Venue'));
    if (!venuePolicy.can(actor, 'CLOSE')) return err(notAllowed('CLOSE', 'Venue'));
    const planned = planClosure({ ...input, id: ids.ordered() }, clock.now());
    if (!planned.ok) return planned;
    const taken = await bookings.listLiveOfVenues([venue.id], { from: input.startsAt, to: input.endsAt });
    if (taken.length > 0)
      return err(limitReached(`Bookings lie inside this time: ${taken.length}. Refuse or move them first.`, 0));
    await venues.addClosure(planned.value);
    return ok(venue);
  });
}
