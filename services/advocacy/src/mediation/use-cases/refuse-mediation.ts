import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../mediation.js';
import { mediationPolicy } from '../mediation.policy.js';
import { mediationViewerOf } from '../mediation-viewer.js';
import { endTalks } from './end-talks.js';

/** Says no to an invitation one has joined. No reason is asked, and who said no is not kept. */
export function refuseMediation(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { mediationId }: { readonly mediationId: MediationId },
) {
  const viewer = mediationViewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null) return err(notFound('Mediation'));
    if (!mediationPolicy.can(viewer, 'REFUSE', file)) return err(notAllowed('REFUSE', 'Mediation'));
    const refused = changeMediationStatus(file, 'REFUSE', now);
    return refused.ok ? ok(await endTalks(unit, { ...file, mediation: refused.value }, now)) : refused;
  });
}
