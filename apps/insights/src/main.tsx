import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { createApp, createAppRoot, routerDefaults } from '@guildhall/ui';
import {
  readCasesSearch,
  readMembersSearch,
  readParticipationSearch,
  readYearSearch,
} from './filters/filter-search.js';
import { useInsightsNavigation } from './figures/use-insights-navigation.js';

const root = createAppRoot();
const getParentRoute = (): typeof root => root;

const routeTree = root.addChildren([
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: readMembersSearch,
    component: lazyRouteComponent(() => import('./members/MembersPage.js'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/participation',
    validateSearch: readParticipationSearch,
    component: lazyRouteComponent(() => import('./participation/ParticipationPage.js'), 'ParticipationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/cases',
    validateSearch: readCasesSearch,
    component: lazyRouteComponent(() => import('./cases/CasesPage.js'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/learning',
    validateSearch: readYearSearch,
    component: lazyRouteComponent(() => import('./learning/LearningPage.js'), 'LearningPage'),
  }),
]);

const router = createRouter({ ...routerDefaults, routeTree });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** For types that have no id: they are kept with what they belong to. */
const embedded = (): null => null;

void createApp({
  name: 'insights.name',
  router,
  useNavigation: useInsightsNavigation,
  locales: {
    en: () => import('./locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
  },
  signIn: 'required',
  cache: {
    keys: { WeeklyJoins: embedded, ParticipationCell: embedded, CaseCell: embedded, PathFigures: embedded },
  },
}).mount();
