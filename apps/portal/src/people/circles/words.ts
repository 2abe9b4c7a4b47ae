import type { Locales } from '@guildhall/ui';
import { words as ofGroups } from '../../groups/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of small circles, and those of groups, which a circle can become. */
export const words: readonly Locales[] = [own, ...ofGroups];
