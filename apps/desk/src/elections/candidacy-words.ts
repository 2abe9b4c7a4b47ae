import type { Locales } from '@guildhall/ui';
import { words as electionWords } from './words.js';

const own: Locales = {
  en: () => import('./candidacy-locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./candidacy-locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of all pages of elections, and of candidacies alone. */
export const words: readonly Locales[] = [electionWords, own];
