import type { Locales } from '@guildhall/ui';

/** The words of training that offices and shifts ask for. */
export const trainingWords: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
