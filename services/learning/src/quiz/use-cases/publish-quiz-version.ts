import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { QuizVersionId } from '../../question/question.js';
import { publishedQuizOf, publishQuiz } from '../quiz.js';
import { quizPolicy } from '../quiz.policy.js';

/** Publishes a reviewed version and retires the one before; only a reviewer who did not write it may. */
export function publishQuizVersion(
  { transaction, clock }: Deps,
  actor: Actor,
  { quizVersionId }: { readonly quizVersionId: QuizVersionId },
) {
  return transaction(async ({ quizzes }) => {
    const seen = await quizzes.findVersion(actor, quizVersionId);
    if (seen === null || (await quizzes.findVisibleLocked(actor, seen.quizId)) === null)
      return err(notFound('QuizVersion'));
    // Read again under the lock: somebody may have published meanwhile.
    const versions = await quizzes.listVersionsOf(actor, [seen.quizId]);
    const version = versions.find(({ id }) => id === quizVersionId);
    const reviewerId = memberOf(actor);
    if (version === undefined) return err(notFound('QuizVersion'));
    if (reviewerId === undefined || !quizPolicy.canVersion(actor, 'PUBLISH', version))
      return err(notAllowed('PUBLISH', 'QuizVersion'));
    const publication = publishQuiz(version, publishedQuizOf(versions), { reviewerId, now: clock.now() });
    if (!publication.ok) return publication;
    const { published, retired } = publication.value;
    if (retired !== undefined) await quizzes.saveVersion(retired);
    return ok(await quizzes.saveVersion(published));
  });
}
