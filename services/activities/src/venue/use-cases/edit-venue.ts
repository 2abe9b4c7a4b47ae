import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { planVenue, type VenueId, type VenuePlan } from '../venue.js';
import { venuePolicy } from '../venue.policy.js';

/** Which venue, and what changes; absent fields stay as they are. */
export type EditVenue = { readonly venueId: VenueId; readonly changes: Partial<VenuePlan> };

/** Changes a venue. Bookings that stand keep standing: whoever was promised a room has it. */
export function editVenue({ transaction }: Deps, actor: Actor, { venueId, changes }: EditVenue) {
  return transaction(async ({ venues }) => {
    const venue = await venues.findLocked(venueId);
    if (venue === null) return err(notFound('Venue'));
    if (!venuePolicy.can(actor, 'EDIT')) return err(notAllowed('EDIT', 'Venue'));
    const planned = planVenue({ ...venue, ...changes }, 'changes.');
    return planned.ok ? ok(await venues.save(planned.value)) : planned;
  });
}
