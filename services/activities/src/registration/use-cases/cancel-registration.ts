import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { isLateForNobody } from '../../strike/strike.js';
import { giveStrikes } from '../../strike/use-cases/give-strikes.js';
import { registrationPolicy } from '../registration.policy.js';
import { placesHeld } from '../registration-facts.js';
import { cancel, type RegistrationId } from '../registration.js';
import { fillSeats } from './fill-seats.js';

/** Gives a seat back; the first of the waiting list has it when this commits. After the deadline it counts as late. */
export function cancelRegistration(
  deps: Deps,
  actor: Actor,
  { registrationId }: { readonly registrationId: RegistrationId },
) {
  return deps.transaction(async (unit) => {
    const { activities, registrations } = unit;
    const now = deps.clock.now();
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    if (!registrationPolicy.can(actor, 'CANCEL', { registration, activity }))
      return err(notAllowed('CANCEL', 'Registration'));
    const changed = cancel({ registration, activity }, now);
    if (!changed.ok) return changed;
    const saved = await registrations.save(changed.value);
    await unit.outbox.appendMany('PlaceHeld', placesHeld([saved], false, now));
    const isLate = isLateForNobody(activity, await registrations.countSeats(activity.id), now);
    await fillSeats(unit, activity, now);
    if (isLate) await giveStrikes(deps, unit, { kind: 'LATE_CANCEL', activity, registrations: [saved] });
    return ok(saved);
  });
}
