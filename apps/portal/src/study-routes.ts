import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The pages of study groups and of mentoring. */
export const studyRoutes = [
  createRoute({
    ...at('/study'),
    component: lazyPage(() => import('./study/StudyPage.js'), 'StudyPage'),
  }),
  createRoute({
    ...at('/study/$groupId'),
    component: lazyPage(() => import('./study/StudyGroupPage.js'), 'StudyGroupPage'),
  }),
  createRoute({
    ...at('/mentoring'),
    component: lazyPage(() => import('./mentoring/MentoringPage.js'), 'MentoringPage'),
  }),
] as const;
