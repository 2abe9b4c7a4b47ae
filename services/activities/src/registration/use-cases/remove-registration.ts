import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { registrationPolicy } from '../registration.policy.js';
import { placeChanged, placesHeld } from '../registration-facts.js';
import { isHeld } from '../registration-status.js';
import { remove, type RegistrationId } from '../registration.js';
import { fillSeats, offerJobKey } from './fill-seats.js';

/** Whose place is taken away, and why. */
export type RemoveRegistration = { readonly registrationId: RegistrationId; readonly reason: string };

/** Takes somebody's place away with a reason; the first of the waiting list has the seat when this commits. */
export function removeRegistration(
  { transaction, clock }: Deps,
  actor: Actor,
  { registrationId, reason }: RemoveRegistration,
) {
  return transaction(async (unit) => {
    const { activities, registrations } = unit;
    const now = clock.now();
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    if (!registrationPolicy.can(actor, 'REMOVE', { registration, activity }))
      return err(notAllowed('REMOVE', 'Registration'));
    const removed = remove({ registration, activity }, reason, now);
    if (!removed.ok) return removed;
    const saved = await registrations.save(removed.value);
    const held = isHeld(registration.status) ? [saved] : [];
    await unit.outbox.appendMany('PlaceHeld', placesHeld(held, false, now));
    await unit.outbox.append('PlaceChanged', saved.id, placeChanged(saved, 'REMOVED', now));
    await unit.jobs.cancel(offerJobKey(saved));
    await fillSeats(unit, activity, now);
    return ok(saved);
  });
}
