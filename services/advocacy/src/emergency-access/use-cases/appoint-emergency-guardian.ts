import { conflict, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { appointGuardian, type EmergencyGuardian } from '../guardian.js';
import { guardianPolicy } from '../guardian.policy.js';

/** Appoints a guardian of emergency access with dates; an admin does, and never themself. */
export function appointEmergencyGuardian(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  grant: Pick<EmergencyGuardian, 'subject' | 'startsAt' | 'endsAt'>,
) {
  return transaction(async ({ emergencies }) => {
    if (actor.kind !== 'person' || !guardianPolicy.canAppoint(actor, grant.subject))
      return err(notAllowed('APPOINT', 'EmergencyGuardian'));
    const appointed = appointGuardian({ ...grant, id: ids.ordered(), appointedBy: actor.subject }, clock.now());
    if (!appointed.ok) return appointed;
    if (await emergencies.isGuardianIn(appointed.value))
      return err(conflict('This person is a guardian in that time already.'));
    return ok(await emergencies.addGuardian(appointed.value));
  });
}
