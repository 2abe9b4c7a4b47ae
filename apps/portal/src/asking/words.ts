import type { Locales } from '@guildhall/ui';
import { words as ofSettings } from '../settings/words.js';

/** The words of questions alone. */
export const ownWords: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of what is asked of people at an activity, with the names of needs. */
export const words: readonly Locales[] = [ownWords, ofSettings];
