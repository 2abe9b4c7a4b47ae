import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { questionPolicy } from '../question.policy.js';

/** The job that erases answers. */
export const eraseAnswersTask = 'erase-old-answers';

/** Erases answers seven days after the end of their activity, as the platform. Nobody could read them since that instant. */
export function eraseOldAnswers({ transaction, clock }: Deps) {
  return transaction(async ({ questions }) => {
    if (!questionPolicy.canErase(systemActor(eraseAnswersTask))) return err(notAllowed('ERASE', 'QuestionAnswer'));
    return ok(await questions.eraseOld(clock.now()));
  });
}
