import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The page of what offices ask to be learned. */
export const trainingRoutes = [
  createRoute({
    ...at('/training'),
    component: lazyPage(() => import('./training/TrainingRulesPage.js'), 'TrainingRulesPage'),
  }),
] as const;
