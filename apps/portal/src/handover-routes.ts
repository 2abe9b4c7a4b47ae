import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';

/** The pages on which an office goes from one to the next. */
export const handoverRoutes = [
  createRoute({
    ...at('/handover'),
    component: lazyPage(() => import('./handover/HandoversPage.js'), 'HandoversPage'),
  }),
  createRoute({
    ...at('/handover/$capsuleId'),
    component: lazyPage(() => import('./handover/HandoverPage.js'), 'HandoverPage'),
  }),
] as const;
