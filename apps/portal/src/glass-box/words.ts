import type { Locales } from '@guildhall/ui';
import { caseWords } from '../help/case-words.js';
import { toldWords } from '../help/told/told-words.js';
import { readingsWords } from '../readings/readings-words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of what became of a referral, with those of its case and of who reads. */
export const words: readonly Locales[] = [...caseWords, ...toldWords, ...readingsWords, own];
