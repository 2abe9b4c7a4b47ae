import type { Locales } from '../texts/languages.js';

/** The words of files; a page that shows one exports them as its `words`. */
export const fileWords: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
