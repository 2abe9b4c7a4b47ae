import type { Locales } from '@guildhall/ui';
import { caseWords } from './case-words.js';
import { toldWords } from './told/told-words.js';

/** The words of a student's own case; loaded with the first page that shows one. */
export const words: readonly Locales[] = [...caseWords, ...toldWords];
