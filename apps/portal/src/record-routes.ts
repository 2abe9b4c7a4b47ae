import { createRoute } from '@tanstack/react-router';
import { at, lazyPage } from './page-at.js';
import type { RecordFilters } from './record/record-filters.js';

/** The pages of one's record, of growth, and of the skills they show. */
export const recordRoutes = [
  createRoute({
    ...at('/record'),
    // The page reads them itself, so that what they are made of is loaded with it and not with every page.
    validateSearch: (search: { readonly [Key in keyof RecordFilters]?: string }) => search,
    component: lazyPage(() => import('./record/RecordPage.js'), 'RecordPage'),
  }),
  createRoute({
    ...at('/record/growth'),
    component: lazyPage(() => import('./record/GrowthPage.js'), 'GrowthPage'),
  }),
  createRoute({
    ...at('/record/skills'),
    component: lazyPage(() => import('./record/SkillsPage.js'), 'SkillsPage'),
  }),
] as const;
