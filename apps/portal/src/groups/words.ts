import type { Locales } from '@guildhall/ui';
import { words as ofWriting } from '../proposal-writing/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of groups, and those of writing a proposal, which an idea in a group can become. */
export const words: readonly Locales[] = [own, ofWriting];
