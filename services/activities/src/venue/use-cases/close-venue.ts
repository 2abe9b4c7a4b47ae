import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { planClosure, type VenueClosure } from '../venue.js';
import { venuePolicy } from '../venue.policy.js';

/** Which venue, when and why. */
export type CloseVenue = Omit<VenueClosure, 'id'>;

/** Closes a venue for a time. */
export function closeVenue({ transaction, clock, ids }: Deps, actor: Actor, input: CloseVenue) {
  return transaction(async ({ venues }) => {
    const venue = await venues.findLocked(input.venueId);
    if (venue === null) return err(notFound('Venue'));
    if (!venuePolicy.can(actor, 'CLOSE')) return err(notAllowed('CLOSE', 'Venue'));
    const planned = planClosure({ ...input, id: ids.ordered() }, clock.now());
    if (!planned.ok) return planned;
    await venues.addClosure(planned.value);
    return ok(venue);
  });
}
