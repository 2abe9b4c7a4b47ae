import { useTexts } from '@guildhall/ui';
import type { CountModel } from './count-model.js';
import { createCountWords, type CountWords } from './count-words.js';

/** The words of one count. */
export function useCountWords(count: CountModel): CountWords {
  const { t, language } = useTexts();
  return createCountWords(count, { t, language });
}
