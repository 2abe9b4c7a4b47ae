import type { Locales } from '@guildhall/ui';

/** The words of these pages alone, loaded with the first of them. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
