import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { endEmergencyAccess as end, type EmergencyAccessId } from '../emergency-access.js';
import { emergencyPolicy } from '../emergency-access.policy.js';

/** Ends emergency access before it runs out; for either of the two persons. */
export function endEmergencyAccess(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { accessId }: { readonly accessId: EmergencyAccessId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ emergencies }) => {
    const now = clock.now();
    const person = await emergencies.viewerOf(viewer, now);
    const access = await emergencies.findVisible(person, accessId);
    if (access === null) return err(notFound('EmergencyAccess'));
    if (!emergencyPolicy.can(person, 'END', access)) return err(notAllowed('END', 'EmergencyAccess'));
    const ended = end(access, now);
    return ended.ok ? ok(await emergencies.save(ended.value)) : ended;
  });
}
