import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../mediation.js';
import { mediationPolicy } from '../mediation.policy.js';
import { mediationViewerOf } from '../mediation-viewer.js';
import { endTalks } from './end-talks.js';

/** Ends mediation from one side, at any time and without a reason. Who withdrew is not kept, so that it can never count against anybody. */
export function withdrawFromMediation(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { mediationId }: { readonly mediationId: MediationId },
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, 'WITHDRAW', file)) return err(notAllowed('WITHDRAW', 'Mediation'));
    const withdrawn = changeMediationStatus(file, 'WITHDRAW', now);
    return withdrawn.ok ? ok(await endTalks(unit, { ...file, mediation: withdrawn.value }, now)) : withdrawn;
  });
}
