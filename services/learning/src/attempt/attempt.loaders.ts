import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { QuizId } from '../quiz/quiz.js';
import type { AttemptId, AttemptSheet, QuizAttempt } from './attempt.js';

/** The viewer's own attempts at quizzes, newest first. */
export function createAttemptsAtLoader(
  actor: Actor,
  attempts: Repositories['attempts'],
): DataLoader<QuizId, readonly QuizAttempt[]> {
  return new DataLoader(async (ids) => {
    const byQuiz = Map.groupBy(await attempts.listOwn(actor, ids), ({ quizId }) => quizId);
    return ids.map((id) => byQuiz.get(id) ?? []);
  });
}

/** The questions of attempts that were read already. */
export function createSheetLoader(
  attempts: Repositories['attempts'],
): DataLoader<QuizAttempt, AttemptSheet, AttemptId> {
  return new DataLoader((list) => attempts.listSheets(list), { cacheKeyFn: ({ id }) => id });
}
