import type { Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of what stands beside the cases of a student: who read what, the inbox, a copy to take. */
export const readingsWords: readonly Locales[] = [own];
