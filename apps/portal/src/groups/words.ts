import type { Locales } from '@guildhall/ui';
import { trainingWords } from '../training/words.js';
import { words as shared } from './shared/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of groups. */
export const words: readonly Locales[] = [own, trainingWords, shared];
