import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { VenueClosure } from '../venue.js';
import { venuePolicy } from '../venue.policy.js';

/** Takes a closure back. */
export function reopenVenue(
  { transaction }: Deps,
  actor: Actor,
  { closureId }: { readonly closureId: VenueClosure['id'] },
) {
  return transaction(async ({ venues }) => {
    const closure = await venues.findClosure(closureId);
    const venue = closure && (await venues.findLocked(closure.venueId));
    if (closure === null || venue === null) return err(notFound('VenueClosure'));
    if (!venuePolicy.can(actor, 'CLOSE')) return err(notAllowed('REOPEN', 'Venue'));
    await venues.removeClosure(closure.id);
    return ok(venue);
  });
}
