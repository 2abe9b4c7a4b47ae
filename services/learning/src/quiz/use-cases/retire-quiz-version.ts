import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { QuizVersionId } from '../../question/question.js';
import { changeQuizVersionStatus } from '../quiz.js';
import { quizPolicy } from '../quiz.policy.js';

/** Closes a quiz to new attempts; whoever is in the middle of one goes on. */
export function retireQuizVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { quizVersionId }: { readonly quizVersionId: QuizVersionId },
) {
  return transaction(async ({ quizzes }) => {
    const version = await quizzes.findVersion(actor, quizVersionId);
    if (version === null) return err(notFound('QuizVersion'));
    if (!quizPolicy.canVersion(actor, 'RETIRE', version)) return err(notAllowed('RETIRE', 'QuizVersion'));
    const changed = changeQuizVersionStatus(version, 'RETIRE', clock.now());
    return changed.ok ? ok(await quizzes.saveVersion(changed.value)) : changed;
  });
}
