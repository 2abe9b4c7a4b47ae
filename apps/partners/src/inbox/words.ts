import { inboxWords, type Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of the inbox page, and those that every app's inbox shares. */
export const words: readonly Locales[] = [own, inboxWords];
