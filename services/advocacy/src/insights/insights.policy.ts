import { kFor } from '@guildhall/disclosure';
import { hasAppointment, isUnionOfficer, type Actor } from '@guildhall/kernel';

/**
 * From how many students on the actor may see figures about cases, or nothing when not at all (domain 1.2): union
 * officers and the advice manager at 5, analysts and their machine clients at 10.
 */
export function insightsThreshold(actor: Actor): number | undefined {
  if (isUnionOfficer(actor) || hasAppointment(actor, 'ADVICE_MANAGER')) return kFor('OPERATIONAL');
  const isAnalyst =
    hasAppointment(actor, 'ANALYST') || (actor.kind === 'machine' && actor.scopes.includes('insights:read'));
  return isAnalyst ? kFor('ANALYST') : undefined;
}
