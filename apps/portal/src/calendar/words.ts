import type { Locales } from '@guildhall/ui';

/** The words of finding activities and of calendars, loaded with the first page that needs them. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
