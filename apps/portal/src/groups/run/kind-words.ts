import type { Locales } from '@guildhall/ui';

/** What offices are for. */
export const words: Locales = {
  en: () => import('./kinds-locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./kinds-locales/zh-CN.json', { with: { type: 'json' } }),
};
