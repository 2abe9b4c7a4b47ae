import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId, type UnsuitableReason } from '../mediation.js';
import { mediationPolicy } from '../mediation.policy.js';
import { mediationViewerOf } from '../mediation-viewer.js';
import { endTalks } from './end-talks.js';

/** What the screening found: nothing against it, or why mediation is the wrong way. */
export type ScreenMediation = {
  readonly mediationId: MediationId;
  readonly unsuitableReason: UnsuitableReason | undefined;
};

/** Decides whether mediation fits the matter; a matter that needs a finding of right and wrong is told so and goes its other way. */
export function screenMediation(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { mediationId, unsuitableReason }: ScreenMediation,
) {
  const viewer = mediationViewerOf(actor, vault);
  const action = unsuitableReason === undefined ? 'FIND_SUITABLE' : 'FIND_UNSUITABLE';
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdQueued(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, action, file)) return err(notAllowed(action, 'Mediation'));
    const screened = changeMediationStatus(file, action, now);
    if (!screened.ok) return screened;
    const mediation = { ...screened.value, unsuitableReason };
    if (unsuitableReason === undefined) return ok(await unit.mediations.save(mediation));
    return ok(await endTalks(unit, { ...file, mediation }, now));
  });
}
