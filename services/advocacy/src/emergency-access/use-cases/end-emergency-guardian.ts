import { err, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endGuardian } from '../guardian.js';
import { guardianPolicy } from '../guardian.policy.js';

/** Ends a guardian's time now. */
export function endEmergencyGuardian(
  { transaction, clock }: Deps,
  actor: Actor,
  { guardianId }: { readonly guardianId: Id<'EmergencyGuardian'> },
) {
  return transaction(async ({ emergencies }) => {
    const guardian = guardianPolicy.canList(actor) ? await emergencies.findGuardian(guardianId) : null;
    if (guardian === null) return err(notFound('EmergencyGuardian'));
    if (!guardianPolicy.canEnd(actor, guardian)) return err(notAllowed('END', 'EmergencyGuardian'));
    const ended = endGuardian(guardian, clock.now());
    return ended.ok ? ok(await emergencies.saveGuardian(ended.value)) : ended;
  });
}
