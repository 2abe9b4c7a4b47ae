import type { Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words for what a student is told about their own case: who read what, what was done, what they took. */
export const toldWords: readonly Locales[] = [own];
