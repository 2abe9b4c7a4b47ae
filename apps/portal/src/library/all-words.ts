import type { Locales } from '@guildhall/ui';
import { words as parts } from './version-words.js';
import { words as pages } from './words.js';

/** Both sets of words of the library, for pages that need both from their beginning. */
export const allWords: readonly Locales[] = [pages, parts];
