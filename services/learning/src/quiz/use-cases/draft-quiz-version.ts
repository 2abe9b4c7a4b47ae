import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { StepId } from '../../path/step.js';
import { checkQuestions, placeQuestions, type QuestionDraft } from '../../question/question.js';
import { checkSettings, draftQuizVersion as draft, isQuizInWork, type QuizSettings } from '../quiz.js';
import { quizPolicy } from '../quiz.policy.js';
import { knownToQuestions } from './known-to-questions.js';

/** Which step gets a quiz or the next version of it, and what it asks. */
export type DraftQuizVersion = {
  readonly stepId: StepId;
  readonly settings: QuizSettings;
  readonly questions: readonly QuestionDraft[];
};

/** Writes the first or next version of the quiz of a step, while no other one is being written. */
export function draftQuizVersion({ transaction, ids }: Deps, actor: Actor, input: DraftQuizVersion) {
  return transaction(async (unit) => {
    const { settings, questions: drafts } = input;
    const authorId = memberOf(actor);
    const step = await unit.quizzes.findQuizStep(actor, input.stepId);
    if (step === undefined) return err(notFound('Step'));
    if (authorId === undefined || !quizPolicy.can(actor, 'DRAFT_VERSION'))
      return err(notAllowed('DRAFT_VERSION', 'Quiz'));
    const quiz = await unit.quizzes.findOrAddLocked({ id: ids.ordered(), ...step });
    const versions = await unit.quizzes.listVersionsOf(actor, [quiz.id]);
    if (isQuizInWork(versions)) return err(illegalTransition('DRAFT_VERSION', 'IN_WORK'));
    const known = await knownToQuestions(unit, actor, { quizId: quiz.id, drafts });
    const checked = checkQuestions(drafts, known, checkSettings(settings, drafts.length)).finish(settings);
    if (!checked.ok) return checked;
    const version = await unit.quizzes.addVersion(
      draft(quiz.id, versions, { id: ids.ordered(), authorId, settings: checked.value }),
    );
    await unit.questions.replace(
      version.id,
      placeQuestions(drafts, version.id, () => ids.ordered()),
    );
    return ok(version);
  });
}
