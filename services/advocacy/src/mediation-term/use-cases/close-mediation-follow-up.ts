import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, followUpResult, type MediationId } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { followUpEndTask } from '../../mediation/mediation-scope.js';
import { platformViewer } from '../../mediation/mediation-viewer.js';
import { tellSides } from '../../mediation/use-cases/tell-sides.js';

/** Counts, as the platform, the answers that came in time; while none has come, the question stays open for the first that does. */
export function closeMediationFollowUp(
  { transaction, clock }: Deps,
  { mediationId }: { readonly mediationId: MediationId },
) {
  const viewer = platformViewer(systemActor(followUpEndTask));
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null || !mediationPolicy.can(viewer, 'CLOSE_FOLLOW_UP', file)) return err(notFound('Mediation'));
    const answers = file.parties.map(({ followUp }) => followUp);
    const isUnanswered = answers.every((answer) => answer === undefined);
    const isDue = file.mediation.followUpUntil !== undefined && file.mediation.followUpUntil <= now;
    if (file.mediation.status !== 'FOLLOW_UP' || (isDue && isUnanswered)) return ok(file.mediation);
    const result = followUpResult(answers);
    const closed = changeMediationStatus(file, 'CLOSE_FOLLOW_UP', now, result);
    if (!closed.ok) return closed;
    const mediation = await unit.mediations.save(closed.value);
    await tellSides(unit, { ...file, mediation });
    return ok(mediation);
  });
}
