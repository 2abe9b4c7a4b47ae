import type { Locales } from '@guildhall/ui';

/** The words of walls, notes, identity, protection and relatives of a case, loaded with the first page that needs them. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
