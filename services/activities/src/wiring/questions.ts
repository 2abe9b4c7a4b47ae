import { requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Deps } from '../deps.js';
import { createAnswerLoader, createAnswerTallyLoader, createQuestionLoader } from '../question/question.loaders.js';
import { createQuestionRepository, type QuestionRepository } from '../question/question.repository.js';
import { answerQuestions } from '../question/use-cases/answer-questions.js';
import { askQuestions } from '../question/use-cases/ask-questions.js';
import { eraseAnswersTask, eraseOldAnswers } from '../question/use-cases/erase-old-answers.js';

/** The repositories of questions. */
export type QuestionRepositories = { readonly questions: QuestionRepository };

/** These repositories over one connection or transaction. */
export function createQuestionRepositories(manager: EntityManager): QuestionRepositories {
  return { questions: createQuestionRepository(manager) };
}

/** The loaders of questions, for one request. */
export function createQuestionLoaders(now: Date, { questions }: QuestionRepositories) {
  return {
    questions: createQuestionLoader(questions),
    answers: createAnswerLoader(questions, now),
    answerTallies: createAnswerTallyLoader(questions, now),
  };
}

/** The mutations of questions. */
export const questionUseCases = { answerQuestions, askQuestions };

/** Every night, when few are about. */
export const questionCron = [`41 3 * * * ${eraseAnswersTask}`] as const;

/** What the platform does about answers by itself. */
export function createQuestionTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [eraseAnswersTask]: async () => {
      requireDone(await eraseOldAnswers(deps));
    },
  };
}
