import { createApp } from '@guildhall/ui';
import { cacheKeys } from './graph/cache-keys.js';
import { usePortalNavigation } from './home/use-portal-navigation.js';
import { router } from './routes.js';

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

void createApp({
  name: 'app.name',
  router,
  useNavigation: usePortalNavigation,
  locales: {
    en: () => import('./locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
  },
  signIn: 'optional',
  cache: { keys: cacheKeys },
}).mount();
