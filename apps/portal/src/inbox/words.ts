import { inboxWords, type Locales } from '@guildhall/ui';
import { words as ofCases } from '../help/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of these pages, and those of the pages about cases, whose facts they show. */
export const words: readonly Locales[] = [own, inboxWords, ...ofCases];
