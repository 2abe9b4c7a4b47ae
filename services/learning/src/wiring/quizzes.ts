import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { QuizAttemptEntity } from '../attempt/attempt.entity.js';
import { createAttemptsAtLoader, createSheetLoader } from '../attempt/attempt.loaders.js';
import { createAttemptRepository, type AttemptRepository } from '../attempt/attempt.repository.js';
import { attemptResolvers } from '../attempt/attempt.resolvers.js';
import { answerQuizQuestion } from '../attempt/use-cases/answer-quiz-question.js';
import { runOutTask } from '../attempt/use-cases/close-attempt.js';
import { finishQuizAttempt } from '../attempt/use-cases/finish-quiz-attempt.js';
import { runOutAttempt } from '../attempt/use-cases/run-out-attempt.js';
import { startQuizAttempt } from '../attempt/use-cases/start-quiz-attempt.js';
import type { Deps } from '../deps.js';
import { QuestionEntity } from '../question/question.entity.js';
import { createQuestionFiguresLoader, createQuestionsLoader } from '../question/question.loaders.js';
import { createQuestionRepository, type QuestionRepository } from '../question/question.repository.js';
import { questionResolvers } from '../question/question.resolvers.js';
import { quizMutations } from '../quiz/quiz-mutations.resolvers.js';
import { QuizEntity, QuizVersionEntity } from '../quiz/quiz.entity.js';
import {
  createQuizLoader,
  createQuizOfStepLoader,
  createQuizVersionLoader,
  createQuizVersionsOfLoader,
} from '../quiz/quiz.loaders.js';
import { createQuizRepository, type QuizRepository } from '../quiz/quiz.repository.js';
import { quizResolvers } from '../quiz/quiz.resolvers.js';
import { draftQuizVersion } from '../quiz/use-cases/draft-quiz-version.js';
import { editQuizVersion } from '../quiz/use-cases/edit-quiz-version.js';
import { publishQuizVersion } from '../quiz/use-cases/publish-quiz-version.js';
import { retireQuizVersion } from '../quiz/use-cases/retire-quiz-version.js';
import { sendBackQuizVersion } from '../quiz/use-cases/send-back-quiz-version.js';
import { submitQuizVersion } from '../quiz/use-cases/submit-quiz-version.js';
import { createRecallSettingsLoader, createRecallTotalsLoader } from '../recall/recall.loaders.js';
import { createRecallRepository, type RecallRepository } from '../recall/recall.repository.js';
import { recallResolvers } from '../recall/recall.resolvers.js';
import { answerRecallCard } from '../recall/use-cases/answer-recall-card.js';
import { changeRecallSettings } from '../recall/use-cases/change-recall-settings.js';
import { rateRecallCard } from '../recall/use-cases/rate-recall-card.js';

/** The tables of quizzes that are read as entities. */
export const quizEntities = [QuizEntity, QuizVersionEntity, QuestionEntity, QuizAttemptEntity];

/** The repositories of quizzes and of what is reviewed after them. */
export type QuizRepositories = {
  readonly quizzes: QuizRepository;
  readonly questions: QuestionRepository;
  readonly attempts: AttemptRepository;
  readonly recall: RecallRepository;
};

/** These repositories over one connection or transaction. */
export function createQuizRepositories(manager: EntityManager): QuizRepositories {
  return {
    quizzes: createQuizRepository(manager),
    questions: createQuestionRepository(manager),
    attempts: createAttemptRepository(manager),
    recall: createRecallRepository(manager),
  };
}

/** The loaders of quizzes, for one request. */
export function createQuizLoaders(actor: Actor, { quizzes, questions, attempts, recall }: QuizRepositories) {
  return {
    quizzes: createQuizLoader(actor, quizzes),
    quizOfStep: createQuizOfStepLoader(actor, quizzes),
    quizVersionsOf: createQuizVersionsOfLoader(actor, quizzes),
    quizVersions: createQuizVersionLoader(actor, quizzes),
    questionsOf: createQuestionsLoader(actor, questions),
    questionFigures: createQuestionFiguresLoader(actor, questions),
    attemptsAt: createAttemptsAtLoader(actor, attempts),
    sheetOf: createSheetLoader(attempts),
    recallSettings: createRecallSettingsLoader(recall),
    recallTotals: createRecallTotalsLoader(actor, recall),
  };
}

/** Their resolvers. */
export const quizWiringResolvers = mergeResolvers([
  quizResolvers,
  quizMutations,
  questionResolvers,
  attemptResolvers,
  recallResolvers,
]);

/** Their mutations. */
export const quizUseCases = {
  answerQuizQuestion,
  answerRecallCard,
  changeRecallSettings,
  draftQuizVersion,
  editQuizVersion,
  finishQuizAttempt,
  publishQuizVersion,
  rateRecallCard,
  retireQuizVersion,
  sendBackQuizVersion,
  startQuizAttempt,
  submitQuizVersion,
};

const attemptPayload = z.object({ attemptId: z.string() });

/** The ends of attempts whose time is up, made as the platform. */
export function createQuizTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [runOutTask]: async (payload) => {
      requireDone(await runOutAttempt(deps, { attemptId: toId(attemptPayload.parse(payload).attemptId) }));
    },
  };
}
