import { addWorkingDays, err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMediationStatus, type MediationId } from '../../mediation/mediation.js';
import { mediationPolicy } from '../../mediation/mediation.policy.js';
import { followUpEndTask, followUpTask } from '../../mediation/mediation-scope.js';
import { platformViewer } from '../../mediation/mediation-viewer.js';
import { tellSides } from '../../mediation/use-cases/tell-sides.js';

/** Asks every side, as the platform, whether the terms were kept. */
export function startMediationFollowUp(
  { transaction, clock }: Deps,
  { mediationId }: { readonly mediationId: MediationId },
) {
  const viewer = platformViewer(systemActor(followUpTask));
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.mediations.holdVisible(viewer, mediationId);
    if (file === null || !mediationPolicy.can(viewer, 'START_FOLLOW_UP', file)) return err(notFound('Mediation'));
    if (file.mediation.status !== 'AGREEMENT') return ok(file.mediation);
    const started = changeMediationStatus(file, 'START_FOLLOW_UP', now);
    if (!started.ok) return started;
    const { followUpDays } = await unit.mediations.ruleAt(now);
    const followUpUntil = addWorkingDays(now, followUpDays, (await unit.deadlines.ruleAt(now)).calendar);
    const mediation = await unit.mediations.save({ ...started.value, followUpUntil });
    const job = { runAt: followUpUntil, key: `${followUpEndTask}:${mediationId}` };
    await unit.jobs.enqueue(followUpEndTask, { mediationId }, job);
    await tellSides(unit, { ...file, mediation });
    return ok(mediation);
  });
}
