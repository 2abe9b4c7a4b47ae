import type { Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of the intake. */
export const intakeWords: readonly Locales[] = [own];
