import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { toldFrom, type EmergencyAccessId } from '../emergency-access.js';
import { emergencyTellingTask } from '../emergency-access.policy.js';

/** Tells the student, as the platform, of an emergency access once the stated date has come. */
export function tellEmergencyAccess(
  { transaction }: Deps,
  { accessId, due }: { readonly accessId: EmergencyAccessId; readonly due: Date },
) {
  return transaction(async ({ emergencies, inbox }) => {
    const platform = { actor: systemActor(emergencyTellingTask), self: undefined, isGuardian: false };
    const access = await emergencies.findVisible(platform, accessId);
    if (access === null) return err(notFound('EmergencyAccess'));
    const at = toldFrom(access);
    if (at === undefined || at > due) return err(illegalTransition('TELL', access.status));
    const sides = { ...(await emergencies.sidesOf(access)), caseId: access.caseId };
    await inbox.tellStudent(sides, { reason: 'BREAK_GLASS', sourceId: access.id });
    return ok(access);
  });
}
