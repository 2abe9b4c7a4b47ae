import type { Locales } from '@guildhall/ui';
import { words as ofKinds } from './kind-words.js';
import { words as ofRunning } from './words.js';

const own: Locales = {
  en: () => import('./affiliation-locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./affiliation-locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of a group's standing in the union. */
export const words: readonly Locales[] = [own, ofKinds, ...ofRunning];
