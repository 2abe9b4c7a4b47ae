import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { planVenue, type VenuePlan } from '../venue.js';
import { venuePolicy } from '../venue.policy.js';

/** Adds a venue. */
export function addVenue({ transaction, ids }: Deps, actor: Actor, plan: VenuePlan) {
  return transaction(async ({ venues }) => {
    if (!venuePolicy.canAdd(actor)) return err(notAllowed('ADD', 'Venue'));
    const planned = planVenue({ ...plan, id: ids.ordered(), version: 1 });
    return planned.ok ? ok(await venues.add(planned.value)) : planned;
  });
}
