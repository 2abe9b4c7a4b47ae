import { actorKey, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { registrationPolicy } from '../registration.policy.js';
import { checkIn as scan, checkKey, type RegistrationId } from '../registration.js';

/** Whose registration was scanned; the same key by the same officer gives the first answer again. */
export type CheckIn = { readonly registrationId: RegistrationId; readonly idempotencyKey: string | undefined };

/** Lets somebody in at the door. However often and by however many officers they are scanned, the first scan counts. */
export async function checkIn(
  { idempotentTransaction, clock }: Deps,
  actor: Actor,
  { registrationId, idempotencyKey: key }: CheckIn,
) {
  const checked = checkKey(key);
  if (!checked.ok) return checked;
  const request = {
    actor: actorKey(actor),
    key: actor.kind === 'anonymous' ? undefined : key,
    operation: 'checkIn',
    input: { registrationId },
  };
  return idempotentTransaction(
    request,
    ({ registrations }) => registrations.findVisible(actor, registrationId),
    async ({ activities, registrations }) => {
      const registration = await registrations.findVisibleLocked(actor, registrationId);
      const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
      if (registration === null || activity === null) return err(notFound('Registration'));
      if (!registrationPolicy.can(actor, 'CHECK_IN', { registration, activity }))
        return err(notAllowed('CHECK_IN', 'Registration'));
      const scanned = scan({ registration, activity }, clock.now());
      if (!scanned.ok) return scanned;
      return ok(scanned.value === registration ? registration : await registrations.save(scanned.value));
    },
  );
}
