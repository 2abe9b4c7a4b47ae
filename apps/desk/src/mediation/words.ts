import { mediationWords, type Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of these pages alone, and of what they show; loaded with the first of them. */
export const words: readonly Locales[] = [own, mediationWords];
