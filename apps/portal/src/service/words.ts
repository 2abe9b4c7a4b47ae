import type { Locales } from '@guildhall/ui';
import { trainingWords } from '../training/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of the pages of voluntary service, loaded with the first of them. */
export const words: readonly Locales[] = [own, trainingWords];
