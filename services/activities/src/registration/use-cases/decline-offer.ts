import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { declineOffer as decline } from '../offer.js';
import { registrationPolicy } from '../registration.policy.js';
import type { RegistrationId } from '../registration.js';
import { fillSeats, offerJobKey } from './fill-seats.js';

/** Lets an offer go and leaves the list; the seat goes on to whoever is next when this commits. */
export function declineOffer(
  { transaction, clock }: Deps,
  actor: Actor,
  { registrationId }: { readonly registrationId: RegistrationId },
) {
  return transaction(async (unit) => {
    const { activities, registrations } = unit;
    const now = clock.now();
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    if (!registrationPolicy.can(actor, 'DECLINE', { registration, activity }))
      return err(notAllowed('DECLINE', 'Registration'));
    const declined = decline({ registration, activity }, now);
    if (!declined.ok) return declined;
    const saved = await registrations.save(declined.value);
    await unit.jobs.cancel(offerJobKey(saved));
    await fillSeats(unit, activity, now);
    return ok(saved);
  });
}
