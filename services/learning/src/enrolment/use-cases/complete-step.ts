import type { Actor, IllegalTransitionError, Result, ValidationError } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkReflection, type Reflection } from '../reflection.js';
import { completeStep as decide, type StepProgress } from '../step-progress.js';
import { workOnStep, type StepPlace } from './work-on-step.js';

/** Which step of which enrolment, with what the member thought where the step asks for it. */
export type CompleteStep = StepPlace & { readonly reflection: string | undefined };

/** Passes a step that needs nobody else's word, once the steps it requires are passed. */
export function completeStep({ transaction, clock }: Deps, actor: Actor, { reflection, ...place }: CompleteStep) {
  const now = clock.now();
  return transaction(async (unit) => {
    let written: Pick<Reflection, 'stepKey' | 'words'> | undefined;
    const worked = await workOnStep(unit, actor, {
      ...place,
      action: 'COMPLETE',
      decide(progress): Result<StepProgress, IllegalTransitionError | ValidationError> {
        const decided = decide(progress, now);
        if (!decided.ok) return decided;
        const checked = checkReflection(progress, reflection);
        if (!checked.ok) return checked;
        if (checked.value !== undefined) written = { stepKey: progress.step.key, words: checked.value };
        return decided;
      },
      now,
    });
    if (worked.ok && written !== undefined)
      await unit.reflections.write({ ...written, enrolmentId: place.enrolmentId, writtenAt: now });
    return worked;
  });
}
