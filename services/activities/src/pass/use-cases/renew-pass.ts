import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { passPolicy } from '../pass.policy.js';
import type { RegistrationId } from '../../registration/registration.js';

/** Gives the holder a new pass; whoever has a picture of the old one is not let in with it any more. */
export function renewPass(
  { transaction, clock }: Deps,
  actor: Actor,
  { registrationId }: { readonly registrationId: RegistrationId },
) {
  return transaction(async ({ registrations, checkInPasses }) => {
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    if (registration === null || !passPolicy.canHold(actor, registration)) return err(notFound('Registration'));
    await checkInPasses.renew(registrationId, clock.now());
    return ok(registration);
  });
}
