import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkQuestions, placeQuestions, type QuestionDraft, type QuizVersionId } from '../../question/question.js';
import { checkSettings, quizVersionLifecycle, type QuizSettings } from '../quiz.js';
import { quizPolicy } from '../quiz.policy.js';
import { knownToQuestions } from './known-to-questions.js';

/** Which draft to change, and what it asks from now on. */
export type EditQuizVersion = {
  readonly quizVersionId: QuizVersionId;
  readonly settings: QuizSettings;
  readonly questions: readonly QuestionDraft[];
};

/** Replaces the settings and questions of a draft. */
export function editQuizVersion({ transaction, clock, ids }: Deps, actor: Actor, input: EditQuizVersion) {
  return transaction(async (unit) => {
    const { settings, questions: drafts } = input;
    const version = await unit.quizzes.findVersion(actor, input.quizVersionId);
    if (version === null) return err(notFound('QuizVersion'));
    if (!quizPolicy.canVersion(actor, 'EDIT', version)) return err(notAllowed('EDIT', 'QuizVersion'));
    if (!quizVersionLifecycle.can('EDIT', version, clock.now())) return err(illegalTransition('EDIT', version.status));
    const known = await knownToQuestions(unit, actor, { quizId: version.quizId, drafts });
    const checked = checkQuestions(drafts, known, checkSettings(settings, drafts.length)).finish(settings);
    if (!checked.ok) return checked;
    // Saving first takes the row lock, so that a submission at the same time waits or wins, and the questions follow the state.
    const saved = await unit.quizzes.saveVersion({ ...version, ...checked.value });
    await unit.questions.replace(
      version.id,
      placeQuestions(drafts, version.id, () => ids.ordered()),
    );
    return ok(saved);
  });
}
