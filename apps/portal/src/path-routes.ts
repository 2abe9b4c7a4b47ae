import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The pages of reviewing what other learners wrote, and of writing paths. */
export const pathRoutes = [
  createRoute({
    ...at('/learning/peer-reviews'),
    component: lazyPage(() => import('./learning/PeerReviewsPage.js'), 'PeerReviewsPage'),
  }),
  createRoute({
    ...at('/learning/peer-reviews/$reviewId'),
    component: lazyPage(() => import('./learning/PeerReviewPage.js'), 'PeerReviewPage'),
  }),
  createRoute({
    ...at('/learning/writing'),
    component: lazyPage(() => import('./path-writing/WritingPage.js'), 'WritingPage'),
  }),
  createRoute({
    ...at('/learning/writing/new'),
    component: lazyPage(() => import('./path-writing/NewPathPage.js'), 'NewPathPage'),
  }),
  createRoute({
    ...at('/learning/$pathId/write'),
    component: lazyPage(() => import('./path-writing/WritePathPage.js'), 'WritePathPage'),
  }),
] as const;
