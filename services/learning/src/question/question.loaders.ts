import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import { toQuestionFigures, type QuestionFigures } from './question-figures.js';
import type { Question, QuestionId, QuizVersionId } from './question.js';

/** The questions of versions with their right answers, in order; nothing where the actor may not read them now. */
export function createQuestionsLoader(
  actor: Actor,
  questions: Repositories['questions'],
): DataLoader<QuizVersionId, readonly Question[]> {
  return new DataLoader(async (ids) => {
    const byVersion = Map.groupBy(await questions.listOf(actor, ids), ({ quizVersionId }) => quizVersionId);
    return ids.map((id) => byVersion.get(id) ?? []);
  });
}

/** The figures of questions that were read already. */
export function createQuestionFiguresLoader(
  actor: Actor,
  questions: Repositories['questions'],
): DataLoader<Question, QuestionFigures, QuestionId> {
  return new DataLoader(
    async (list) => {
      const versionIds = [...new Set(list.map(({ quizVersionId }) => quizVersionId))];
      const counts = new Map((await questions.listCounts(actor, versionIds)).map((count) => [count.questionId, count]));
      return list.map((question) => toQuestionFigures(question, counts.get(question.id)));
    },
    { cacheKeyFn: ({ id }) => id },
  );
}
