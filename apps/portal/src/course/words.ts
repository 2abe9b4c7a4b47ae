import type { Locales } from '@guildhall/ui';
import { words as helpWords } from '../help/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of these pages, which speak of stages and outcomes as the case itself does. */
export const words: readonly Locales[] = [own, ...helpWords];
