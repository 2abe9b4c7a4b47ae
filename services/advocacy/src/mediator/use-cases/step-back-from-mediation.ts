import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { mediationViewerOf } from '../../mediation/mediation-viewer.js';
import { tellSides } from '../../mediation/use-cases/tell-sides.js';

/** Gives a mediation back, when a tie shows or for any other reason. What was told in private rooms goes with the mediator it was told to. */
export function stepBackFromMediation(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { mediationId }: { readonly mediationId: MediationId },
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, 'STEP_BACK', file)) return err(notAllowed('STEP_BACK', 'Mediation'));
    const back = changeMediationStatus(file, 'STEP_BACK', now);
    if (!back.ok) return back;
    await unit.mediationTexts.destroyLayers(mediationId, ['CAUCUS', 'MEDIATOR'], now);
    await unit.mediationRooms.deleteSessions(mediationId);
    const saved = await unit.mediations.save(back.value);
    await tellSides(unit, { ...file, mediation: saved });
    return ok({ isReleased: true });
  });
}
