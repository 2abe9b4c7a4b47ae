import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** Quizzes, what came of them, and what is reviewed afterwards. */
export const quizRoutes = [
  createRoute({
    ...at('/learning/quiz/$quizId'),
    component: lazyPage(() => import('./quiz/QuizPage.js'), 'QuizPage'),
  }),
  createRoute({
    ...at('/learning/quiz/$quizId/edit'),
    component: lazyPage(() => import('./quiz/QuizEditPage.js'), 'QuizEditPage'),
  }),
  createRoute({
    ...at('/learning/quiz/for/$stepId'),
    component: lazyPage(() => import('./quiz/NewQuizPage.js'), 'NewQuizPage'),
  }),
  createRoute({
    ...at('/learning/quiz/attempt/$attemptId'),
    component: lazyPage(() => import('./quiz/AttemptResultPage.js'), 'AttemptResultPage'),
  }),
  createRoute({
    ...at('/learning/review'),
    component: lazyPage(() => import('./recall/RecallPage.js'), 'RecallPage'),
  }),
] as const;
