import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The pages of elections: who stands, the ballot paper, and the proof that a ballot is among those counted. */
export const electionRoutes = [
  createRoute({
    ...at('/elections'),
    component: lazyPage(() => import('./elections/ElectionsPage.js'), 'ElectionsPage'),
  }),
  createRoute({
    ...at('/elections/$electionId'),
    component: lazyPage(() => import('./elections/ElectionPage.js'), 'ElectionPage'),
  }),
  createRoute({
    ...at('/elections/$electionId/vote'),
    component: lazyPage(() => import('./elections/BallotPage.js'), 'BallotPage'),
  }),
  createRoute({
    ...at('/elections/$electionId/receipt'),
    component: lazyPage(() => import('./elections/CheckReceiptPage.js'), 'CheckReceiptPage'),
  }),
] as const;
