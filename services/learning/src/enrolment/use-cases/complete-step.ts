import type { Actor, IllegalTransitionError, Result, ValidationError } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkReflection } from '../reflection.js';
import { completeStep as decide, type StepProgress } from '../step-progress.js';
import { workOnStep, type StepPlace } from './work-on-step.js';

/** Which step of which enrolment, with what the member thought where the step asks for it. */
export type CompleteStep = StepPlace & { readonly reflection: string | undefined };

/** Passes a step that needs nobody else's word, once the steps it requires are passed. */
export function completeStep({ transaction, clock }: Deps, actor: Actor, { reflection, ...place }: CompleteStep) {
  const now = clock.now();
  return transaction(async (unit) => {
    let words: string | undefined;
    const worked = await workOnStep(unit, actor, {
      ...place,
      action: 'COMPLETE',
      decide(progress): Result<StepProgress, IllegalTransitionError | ValidationError> {
        const decided = decide(progress, now);
        if (!decided.ok) return decided;
        const checked = checkReflection(progress, reflection);
        if (!checked.ok) return checked;
        words = checked.value;
        return decided;
      },
      now,
    });
    if (worked.ok && words !== undefined) await unit.reflections.write({ ...place, words, writtenAt: now });
    return worked;
  });
}
