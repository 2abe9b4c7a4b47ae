import type { Locales } from '@guildhall/ui';
import { words as recordWords } from '../record/words.js';

const ownWords: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of credentials and links, and those in which the record speaks of its pieces. */
export const words = [recordWords, ownWords];
