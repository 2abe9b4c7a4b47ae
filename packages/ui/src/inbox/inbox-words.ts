import type { Locales } from '../texts/languages.js';

/** The words of inboxes; a page that shows one exports them as its `words`. */
export const inboxWords: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
