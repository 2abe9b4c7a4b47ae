import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { isToldWhenTaken, stepLifecycle, type StepId } from '../safeguarding.js';
import { stepPolicy, tellTask } from '../safeguarding.policy.js';
import { tellOfStep } from './tell-of-step.js';

/** Tells the student of a step before the stated day, or as the platform when it has come. */
export function tellSafeguardingStep(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { stepId }: { readonly stepId: StepId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    const file = await unit.safeguarding.findVisible(viewer, stepId);
    if (file === null) return err(notFound('Safeguarding step'));
    if (!stepPolicy.can(viewer, 'TELL', file)) return err(notAllowed('TELL', 'Safeguarding step'));
    if (actor.kind === 'system' && file.step.toldAt !== undefined) return ok(file);
    // A job may come early; the stated day may not.
    if (actor.kind === 'system' && !isToldWhenTaken(file.step, now))
      return err(illegalTransition('TELL', file.step.status));
    const status = stepLifecycle.next('TELL', file.step, now);
    if (!status.ok) return status;
    await unit.jobs.cancel(`${tellTask}:${stepId}`);
    return ok({ ...file, step: await tellOfStep(unit, file, now) });
  });
}
