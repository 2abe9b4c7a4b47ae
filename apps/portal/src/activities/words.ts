import type { Locales } from '@guildhall/ui';
import { words as ofAsking } from '../asking/words.js';
import { words as ofCalendar } from '../calendar/words.js';
import { words as ofCompany } from '../company/words.js';
import { words as ofDoor } from '../door/words.js';

const own: Locales = {
  en: () => import('./locales/en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./locales/zh-CN.json', { with: { type: 'json' } }),
};

/** The words of these pages, loaded with the first of them, and those of company to an activity. */
export const words: readonly Locales[] = [own, ofCalendar, ofDoor, ofCompany, ...ofAsking];
