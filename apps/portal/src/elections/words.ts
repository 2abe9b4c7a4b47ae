import type { Locales } from '@guildhall/ui';

/** The words of elections, ballot papers and receipts. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
