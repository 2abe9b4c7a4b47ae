import { fileWords, type Locales } from '@guildhall/ui';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of how students come, of files and of templates; loaded with the first page that shows one of them. */
export const words: readonly Locales[] = [own, fileWords];
