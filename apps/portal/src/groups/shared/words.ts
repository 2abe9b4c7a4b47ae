import type { Locales } from '@guildhall/ui';

/** The words that the page of a group and the pages of its officers have in common. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
