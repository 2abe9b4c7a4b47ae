import type { Locales } from '@guildhall/ui';
import { words as ofWriting } from '../proposal-writing/words.js';

/** The words of posts, wherever they stand. */
export const postWords: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of posts, and those of writing a proposal, which an idea can become. */
export const words: readonly Locales[] = [postWords, ofWriting];
