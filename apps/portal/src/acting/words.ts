import type { Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of who acts for whom; loaded with the first page that shows it. */
export const actingWords: readonly Locales[] = [own];
