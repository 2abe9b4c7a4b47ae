import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { takeBackStrike } from '../../strike/use-cases/take-back-strike.js';
import { registrationPolicy } from '../registration.policy.js';
import { excuse, type RegistrationId } from '../registration.js';

/** Excuses a late cancellation or an absence with a reason its holder will read. Nobody excuses their own. */
export function excuseRegistration(
  { transaction, clock }: Deps,
  actor: Actor,
  { registrationId, reason }: { readonly registrationId: RegistrationId; readonly reason: string },
) {
  return transaction(async ({ activities, registrations, strikes }) => {
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    if (!registrationPolicy.can(actor, 'EXCUSE', { registration, activity }))
      return err(notAllowed('EXCUSE', 'Registration'));
    const excused = excuse({ registration, activity }, reason, clock.now());
    if (!excused.ok) return excused;
    await takeBackStrike({ strikes }, registrationId, clock.now());
    return ok(await registrations.save(excused.value));
  });
}
