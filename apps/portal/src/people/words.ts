import type { Locales } from '@guildhall/ui';
import { words as ofMessages } from '../messages/words.js';
import { words as ofProfiles } from '../profile/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of somebody else's page, and those that name the items of a profile and lead to a conversation. */
export const words: readonly Locales[] = [own, ofProfiles, ofMessages];
