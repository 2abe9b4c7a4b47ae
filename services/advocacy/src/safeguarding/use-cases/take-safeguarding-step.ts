import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { isToldWhenTaken, stepLifecycle, type StepId } from '../safeguarding.js';
import { stepPolicy, tellTask } from '../safeguarding.policy.js';
import { tellOfStep } from './tell-of-step.js';

/** Records that a confirmed step was taken. The student is told at once, or by the stated day when a listed ground says later. */
export function takeSafeguardingStep(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { stepId }: { readonly stepId: StepId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.safeguarding.findVisible(viewer, stepId);
    if (file === null) return err(notFound('Safeguarding step'));
    if (!stepPolicy.can(viewer, 'TAKE', file)) return err(notAllowed('TAKE', 'Safeguarding step'));
    const status = stepLifecycle.next('TAKE', file.step, now);
    if (!status.ok) return status;
    const taken = { ...file.step, status: status.value, takenAt: now };
    if (isToldWhenTaken(taken, now))
      return ok({ ...file, step: await tellOfStep(unit, { ...file, step: taken }, now) });
    const step = await unit.safeguarding.save(taken);
    await unit.jobs.enqueue(tellTask, { stepId }, { runAt: step.tellBy ?? now, key: `${tellTask}:${stepId}` });
    return ok({ ...file, step });
  });
}
