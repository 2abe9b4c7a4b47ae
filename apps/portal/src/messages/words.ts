import type { Locales } from '@guildhall/ui';

/** The words of conversations, loaded with the first of their pages. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
