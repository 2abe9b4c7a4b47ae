import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../mediation.js';
import { mediationPolicy } from '../mediation.policy.js';
import { invitationEndTask } from '../mediation-scope.js';
import { platformViewer } from '../mediation-viewer.js';
import { endTalks } from './end-talks.js';

/** Ends, as the platform, an invitation that not everybody signed in time. Silence is a no like any other. */
export function expireMediationInvitation(
  { transaction, clock }: Deps,
  { mediationId }: { readonly mediationId: MediationId },
) {
  const viewer = platformViewer(systemActor(invitationEndTask));
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null || !mediationPolicy.can(viewer, 'EXPIRE', file)) return err(notFound('Mediation'));
    if (file.mediation.status !== 'INVITED') return ok(file.mediation);
    const expired = changeMediationStatus(file, 'EXPIRE', now);
    return expired.ok ? ok(await endTalks(unit, { ...file, mediation: expired.value }, now)) : expired;
  });
}
