import { createApp } from '@guildhall/ui';
import { cacheKeys } from './graph/cache-keys.js';
import { router } from './routes.js';

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

void createApp({
  name: 'app.name',
  router,
  navigation: [
    { to: '/', labelKey: 'nav.home', icon: 'home' },
    { to: '/activities', labelKey: 'nav.activities', icon: 'calendar' },
    { to: '/groups', labelKey: 'nav.groups', icon: 'people' },
    { to: '/help', labelKey: 'nav.help', icon: 'case' },
    { to: '/learning', labelKey: 'nav.learning', icon: 'book' },
  ],
  locales: {
    en: () => import('./locales/en.json', { with: { type: 'json' } }),
    'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
  },
  signIn: 'optional',
  cache: { keys: cacheKeys },
}).mount();
