import type { Locales } from '@guildhall/ui';

/** The words of what is loaded when somebody asks for it: versions, reviews, an author's own work, collections. */
export const words: Locales = {
  en: () => import('./parts/locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./parts/locales/zh-CN.json', { with: { type: 'json' } }),
};
