import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { QuizVersionId } from '../../question/question.js';
import { changeQuizVersionStatus } from '../quiz.js';
import { quizPolicy } from '../quiz.policy.js';

/** Gives a draft to the reviewers. */
export function submitQuizVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { quizVersionId }: { readonly quizVersionId: QuizVersionId },
) {
  return transaction(async ({ quizzes }) => {
    const version = await quizzes.findVersion(actor, quizVersionId);
    if (version === null) return err(notFound('QuizVersion'));
    if (!quizPolicy.canVersion(actor, 'SUBMIT', version)) return err(notAllowed('SUBMIT', 'QuizVersion'));
    const changed = changeQuizVersionStatus(version, 'SUBMIT', clock.now());
    return changed.ok ? ok(await quizzes.saveVersion(changed.value)) : changed;
  });
}
