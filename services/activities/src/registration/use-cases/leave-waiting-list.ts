import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { registrationPolicy } from '../registration.policy.js';
import { leaveWaitingList as leave, type RegistrationId } from '../registration.js';

/** Leaves the waiting list. It never gives a seat back, so that nobody who was confirmed a moment ago cancels by mistake. */
export function leaveWaitingList(
  { transaction, clock }: Deps,
  actor: Actor,
  { registrationId }: { readonly registrationId: RegistrationId },
) {
  return transaction(async ({ activities, registrations }) => {
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    if (!registrationPolicy.can(actor, 'LEAVE_WAITING_LIST', { registration, activity }))
      return err(notAllowed('LEAVE_WAITING_LIST', 'Registration'));
    const changed = leave({ registration, activity }, clock.now());
    return changed.ok ? ok(await registrations.save(changed.value)) : changed;
  });
}
