import type { Locales } from '@guildhall/ui';

/** The words of planning, approving and running an activity, which most people who look at one never need. */
export const words: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};
