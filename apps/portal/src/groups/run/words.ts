import type { Locales } from '@guildhall/ui';
import { words as ofGroups } from '../words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of running a group, and those of groups. */
export const words: readonly Locales[] = [own, ...ofGroups];
