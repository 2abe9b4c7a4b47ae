import { createRoute } from '@tanstack/react-router';
import type { LibraryFilters } from './library/library-filters.js';
import { at, lazyPage } from './page-at.js';

/** The pages of the library. */
export const libraryRoutes = [
  createRoute({
    ...at('/library'),
    // The page reads them itself, so that what they are made of is loaded with it and not with every page.
    validateSearch: (search: LibraryFilters) => search,
    component: lazyPage(() => import('./library/LibraryPage.js'), 'LibraryPage'),
  }),
  createRoute({
    ...at('/library/write'),
    component: lazyPage(() => import('./library/WriteResourcePage.js'), 'WriteResourcePage'),
  }),
  createRoute({
    ...at('/library/mine'),
    component: lazyPage(() => import('./library/MyResourcesPage.js'), 'MyResourcesPage'),
  }),
  createRoute({
    ...at('/library/review'),
    component: lazyPage(() => import('./library/ReviewQueuePage.js'), 'ReviewQueuePage'),
  }),
  createRoute({
    ...at('/library/collections'),
    component: lazyPage(() => import('./library/CollectionsPage.js'), 'CollectionsPage'),
  }),
  createRoute({
    ...at('/library/collections/$collectionId'),
    component: lazyPage(() => import('./library/CollectionPage.js'), 'CollectionPage'),
  }),
  createRoute({
    ...at('/library/$resourceId/edit'),
    component: lazyPage(() => import('./library/EditResourcePage.js'), 'EditResourcePage'),
  }),
  createRoute({
    ...at('/library/$resourceId'),
    component: lazyPage(() => import('./library/ResourcePage.js'), 'ResourcePage'),
  }),
];
