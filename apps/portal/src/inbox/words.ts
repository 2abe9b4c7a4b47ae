import { inboxWords, type Locales } from '@guildhall/ui';
import { words as ofCases } from '../help/words.js';
import { readingsWords } from '../readings/readings-words.js';

/** The words of an inbox, and those of the pages about cases, whose facts it shows. */
export const words: readonly Locales[] = [inboxWords, ...ofCases, ...readingsWords];
