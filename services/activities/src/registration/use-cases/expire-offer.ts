import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { registrationPolicy } from '../registration.policy.js';
import type { RegistrationId } from '../registration.js';
import { expireOfferTask, fillSeats } from './fill-seats.js';

/** A clock this little behind the database's is taken to be right on time. */
const skewMaxMs = 60_000;

/**
 * Ends an offer at the instant until which it was made, as the platform; the seat goes on in the same transaction. However
 * late this comes, nobody could accept since that instant. An offer that was answered meanwhile is left alone.
 */
export function expireOffer(
  { transaction, clock }: Pick<Deps, 'transaction' | 'clock'>,
  { registrationId, due }: { readonly registrationId: RegistrationId; readonly due: Date },
) {
  const actor = systemActor(expireOfferTask);
  return transaction(async (unit) => {
    const ahead = due.getTime() - clock.now().getTime();
    const now = ahead > 0 && ahead < skewMaxMs ? due : clock.now();
    const registration = await unit.registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await unit.activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return ok(undefined);
    if (!registrationPolicy.can(actor, 'EXPIRE', { registration, activity }))
      return err(notAllowed('EXPIRE', 'Registration'));
    // It ends every offer of the activity whose time is over, this one among them, before it fills seats.
    await fillSeats(unit, activity, now);
    return ok(undefined);
  });
}
