import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { outcomeOf, shownAnswer } from '../question/asked.js';
import { readSentAnswer } from '../question/question-input.js';
import { attemptLifecycle, percentOf, revealOf, type AttemptQuestion, type QuizAttempt } from './attempt.js';
import { attemptPolicy } from './attempt.policy.js';

/** One question of an attempt, with the attempt that says what may be shown of it. */
export type QuestionOfAttempt = { readonly attempt: QuizAttempt; readonly asked: AttemptQuestion };

/** Resolvers of the noun QuizAttempt. */
export const attemptResolvers: Resolvers = {
  Query: {
    quizAttempt: (_root, { id }, { actor, read }) => read.attempts.findVisible(actor, toId(id)),
  },
  Mutation: {
    startQuizAttempt: async (_root, { input }, { actor, learning }) =>
      toResult(
        'StartQuizAttemptSuccess',
        await learning.startQuizAttempt(actor, { quizId: toId(input.quizId) }),
        (attempt) => ({ attempt }),
      ),
    answerQuizQuestion: async (_root, { input: { attemptId, position, answer } }, { actor, learning }) =>
      toResult(
        'AnswerQuizQuestionSuccess',
        await learning.answerQuizQuestion(actor, {
          attemptId: toId(attemptId),
          position,
          answer: readSentAnswer(answer),
        }),
        (attempt) => ({ attempt }),
      ),
    finishQuizAttempt: async (_root, { input }, { actor, learning }) =>
      toResult(
        'FinishQuizAttemptSuccess',
        await learning.finishQuizAttempt(actor, { attemptId: toId(input.attemptId) }),
        (attempt) => ({ attempt }),
      ),
  },
  QuizAttempt: {
    quiz: async ({ quizId }, _args, { loaders }) => (await loaders.quizzes.load(quizId)) ?? null,
    percent: (attempt) => percentOf(attempt),
    nextAttemptAt: ({ nextAt }) => nextAt,
    reveals: (attempt) => revealOf(attempt),
    questions: async (attempt, _args, { loaders }) =>
      (await loaders.sheetOf.load(attempt)).questions.map((asked): QuestionOfAttempt => ({ attempt, asked })),
    viewerActions: (attempt, _args, { actor, now }) =>
      viewerActions(attemptLifecycle, attempt, now, (action) => attemptPolicy.can(actor, action, attempt)),
  },
  AttemptQuestion: {
    position: ({ asked }) => asked.position,
    question: ({ asked }) => asked,
    answer: ({ asked: { order, answer } }) => (answer === undefined ? null : shownAnswer(order, answer)),
    answeredAt: ({ asked }) => asked.answeredAt,
    outcome: ({ attempt, asked }) => {
      const reveals = revealOf(attempt);
      const { answer, isRight = false } = asked;
      return reveals === 'NOTHING' ? null : outcomeOf(asked, { answer, isRight }, reveals === 'ANSWERS');
    },
  },
};
