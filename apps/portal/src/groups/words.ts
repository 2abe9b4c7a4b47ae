import type { Locales } from '@guildhall/ui';
import { words as ofPosts } from '../campus/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of groups, and those of what their people write. */
export const words: readonly Locales[] = [own, ...ofPosts];
