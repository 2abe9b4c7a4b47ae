import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { endTalks } from '../../mediation/use-cases/end-talks.js';

/** Ends the talks without an agreement. No reason is recorded, and it counts against nobody. */
export function endMediationWithoutAgreement(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { mediationId }: { readonly mediationId: MediationId },
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, 'RECORD_NO_AGREEMENT', file))
      return err(notAllowed('RECORD_NO_AGREEMENT', 'Mediation'));
    const ended = changeMediationStatus(file, 'RECORD_NO_AGREEMENT', now);
    return ended.ok ? ok(await endTalks(unit, { ...file, mediation: ended.value }, now)) : ended;
  });
}
