import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The pages of who was elected, and of who wants to be. */
export const resultRoutes = [
  createRoute({
    ...at('/elections/$electionId/results'),
    component: lazyPage(() => import('./election-result/ResultsPage.js'), 'ResultsPage'),
  }),
  createRoute({
    ...at('/elections/$electionId/results/$contestId'),
    component: lazyPage(() => import('./election-result/ContestResultPage.js'), 'ContestResultPage'),
  }),
  createRoute({
    ...at('/elections/$electionId/nominate'),
    component: lazyPage(() => import('./candidacy/NominatePage.js'), 'NominatePage'),
  }),
  createRoute({
    ...at('/candidacies'),
    component: lazyPage(() => import('./candidacy/CandidaciesPage.js'), 'CandidaciesPage'),
  }),
] as const;
