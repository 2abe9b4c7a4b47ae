import {
  err,
  notFound,
  type Actor,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { judgeStep, type StepProgress } from '../../enrolment/step-progress.js';
import { workOnStep, type StepPlace } from '../../enrolment/use-cases/work-on-step.js';
import { checkWork } from '../peer-review.js';
import { fillReviewers } from './fill-reviewers.js';

/** Which step of which enrolment, and the work itself. */
export type HandInStep = StepPlace & { readonly words: string };

/** Hands in work for a step that other learners review, and asks them. */
export function handInStep({ transaction, clock, ids }: Deps, actor: Actor, { words, ...place }: HandInStep) {
  const now = clock.now();
  return transaction(async (unit) => {
    let handedIn: { readonly progress: StepProgress; readonly words: string } | undefined;
    const worked = await workOnStep(unit, actor, {
      ...place,
      action: 'SUBMIT',
      decide(progress): Result<StepProgress, IllegalTransitionError | ValidationError> {
        const decided = judgeStep(progress, 'SUBMIT', now);
        if (!decided.ok) return decided;
        const checked = checkWork(words);
        if (!checked.ok) return checked;
        handedIn = { progress, words: checked.value };
        return decided;
      },
      now,
    });
    if (!worked.ok) return worked;
    if (handedIn === undefined) return err(notFound('Step'));
    const { id: enrolmentId, pathId, memberId: authorId } = worked.value;
    const { id: stepId, key: stepKey } = handedIn.progress.step;
    await unit.peerReviews.lockStep({ pathId, stepKey });
    await unit.peerReviews.addWork({
      id: ids.random(),
      enrolmentId,
      pathId,
      stepId,
      stepKey,
      authorId,
      round: (await unit.peerReviews.countRounds(enrolmentId, stepKey)) + 1,
      words: handedIn.words,
      status: 'OPEN',
      handedInAt: now,
      decidedAt: undefined,
      version: 1,
    });
    await fillReviewers(unit, { pathId, stepKey }, { ids, now });
    return worked;
  });
}
