import type { Actor } from '@guildhall/kernel';
import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { StepId } from '../path/step.js';
import type { QuizVersionId } from '../question/question.js';
import type { Quiz, QuizId, QuizVersion } from './quiz.js';

/** Quizzes by id; nothing for the hidden. */
export function createQuizLoader(actor: Actor, quizzes: Repositories['quizzes']): DataLoader<QuizId, Quiz | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await quizzes.listVisible(actor, ids)).map((quiz) => [quiz.id, quiz]));
    return ids.map((id) => byId.get(id));
  });
}

/** The visible quizzes behind steps. */
export function createQuizOfStepLoader(
  actor: Actor,
  quizzes: Repositories['quizzes'],
): DataLoader<StepId, Quiz | undefined> {
  return new DataLoader(async (ids) => {
    const byStep = new Map((await quizzes.listOfSteps(actor, ids)).map((quiz) => [quiz.stepId, quiz]));
    return ids.map((id) => byStep.get(id));
  });
}

/** The visible versions of quizzes, oldest first. */
export function createQuizVersionsOfLoader(
  actor: Actor,
  quizzes: Repositories['quizzes'],
): DataLoader<QuizId, readonly QuizVersion[]> {
  return new DataLoader(async (ids) => {
    const byQuiz = Map.groupBy(await quizzes.listVersionsOf(actor, ids), ({ quizId }) => quizId);
    return ids.map((id) => byQuiz.get(id) ?? []);
  });
}

/** Versions by id; nothing for the hidden. */
export function createQuizVersionLoader(
  actor: Actor,
  quizzes: Repositories['quizzes'],
): DataLoader<QuizVersionId, QuizVersion | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await quizzes.listVersions(actor, ids)).map((version) => [version.id, version]));
    return ids.map((id) => byId.get(id));
  });
}
