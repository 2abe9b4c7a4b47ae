import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { QuizVersionId } from '../../question/question.js';
import { changeQuizVersionStatus } from '../quiz.js';
import { quizPolicy } from '../quiz.policy.js';

/** Gives a version back to its author for more work; only a reviewer who did not write it may. */
export function sendBackQuizVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { quizVersionId }: { readonly quizVersionId: QuizVersionId },
) {
  return transaction(async ({ quizzes }) => {
    const version = await quizzes.findVersion(actor, quizVersionId);
    if (version === null) return err(notFound('QuizVersion'));
    if (!quizPolicy.canVersion(actor, 'SEND_BACK', version)) return err(notAllowed('SEND_BACK', 'QuizVersion'));
    const changed = changeQuizVersionStatus(version, 'SEND_BACK', clock.now());
    return changed.ok ? ok(await quizzes.saveVersion(changed.value)) : changed;
  });
}
