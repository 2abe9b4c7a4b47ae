import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { NavigationItem } from '@guildhall/ui';
import { createApp, createAppRoot, routerDefaults } from '@guildhall/ui';

const root = createAppRoot();
const route = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const routeTree = root.addChildren([
  createRoute({ ...route('/live'), component: lazyRouteComponent(() => import('./pages/LivePage.js'), 'LivePage') }),
  createRoute({ ...route('/'), component: lazyRouteComponent(() => import('./pages/BlocksPage.js'), 'BlocksPage') }),
  createRoute({
    ...route('/queries'),
    component: lazyRouteComponent(() => import('./pages/QueriesPage.js'), 'QueriesPage'),
  }),
  createRoute({ ...route('/forms'), component: lazyRouteComponent(() => import('./pages/FormsPage.js'), 'FormsPage') }),
  createRoute({ ...route('/plots'), component: lazyRouteComponent(() => import('./pages/PlotsPage.js'), 'PlotsPage') }),
  createRoute({
    ...route('/closed'),
    component: lazyRouteComponent(() => import('./pages/ClosedPage.js'), 'ClosedPage'),
  }),
  createRoute({
    ...route('/fault'),
    component: lazyRouteComponent(() => import('./pages/ClosedPage.js'), 'FaultyPage'),
  }),
]);

const router = createRouter({ ...routerDefaults, routeTree });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const places: readonly NavigationItem[] = [
  { to: '/', labelKey: 'gallery.blocks', icon: 'home' },
  { to: '/queries', labelKey: 'gallery.queries', icon: 'inbox' },
  { to: '/forms', labelKey: 'gallery.forms', icon: 'book' },
  { to: '/plots', labelKey: 'gallery.plots', icon: 'chart' },
  { to: '/closed', labelKey: 'gallery.closed', icon: 'person' },
];

void createApp({
  name: 'gallery.name',
  router,
  useNavigation: () => places,
  locales: {
    en: () => import('./locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
  },
  signIn: 'optional',
}).mount();
