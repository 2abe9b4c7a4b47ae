import type { Locales } from '@guildhall/ui';
import { words as ofKinds } from './kind-words.js';
import { trainingWords } from '../../training/words.js';
import { words as ofRunning } from './words.js';

const own: Locales = {
  en: () => import('./offices-locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./offices-locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of a group's offices. */
export const words: readonly Locales[] = [own, ofKinds, trainingWords, ...ofRunning];
