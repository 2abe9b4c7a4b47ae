import type { Locales } from '@guildhall/ui';
import { words as electionWords } from './words.js';

const own: Locales = {
  en: () => import('./key-locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./key-locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of all pages of elections, and of keys alone. */
export const words: readonly Locales[] = [electionWords, own];
