import type { Locales } from '@guildhall/ui';

/** The words for authors of proposals, loaded with their pages. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
