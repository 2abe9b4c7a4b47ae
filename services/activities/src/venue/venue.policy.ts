import { isUnionOfficer, type Actor } from '@guildhall/kernel';
import type { VenueAction } from './venue.js';

/** Who may do what to venues: they are the union's, so its elected officers look after them. Anybody may read of them. */
export const venuePolicy = {
  canAdd: (actor: Actor): boolean => isUnionOfficer(actor),
  can: (actor: Actor, _action: VenueAction): boolean => isUnionOfficer(actor),
};

/** What can be done to a venue; a venue has no states of its own, so rights alone decide. */
export const venueActions: readonly VenueAction[] = ['EDIT', 'CLOSE', 'DECIDE_BOOKINGS'];
