import { useTexts } from '../texts/texts.js';

/** What departments usually ask for, as the graph names it; each has words in every language. */
const usual = [
  'roomNumber',
  'whatIsWrong',
  'bestTimeToVisit',
  'programme',
  'moduleCode',
  'whatHappened',
  'amountAtIssue',
  'supportPlan',
  'whatIsMissing',
  'decisionAskedFor',
  'adjustmentAskedFor',
  'outcomeAskedFor',
  'visaExpiry',
  'howToContact',
  'procedure',
  'place',
  'employer',
  'hostUniversity',
  'whatWouldHelp',
  'health',
] as const;

/** How the items of a referral are called, in the reader's language and in the graph. */
export type ReferralFieldNames = {
  /** The words of the usual items, to choose from. */
  readonly suggestions: readonly string[];
  /** Case workers may name an item in their own words, which stay as they are; undefined when the name was erased. */
  wordsOf(name: string | null | undefined): string | undefined;
  /** What is stored for what somebody wrote: the name of a usual item, so that it has words for every reader, or their own words. */
  nameOf(words: string): string;
};

/** The names of items in the language that is on. */
export function useReferralFieldNames(): ReferralFieldNames {
  const { t } = useTexts();
  const words = new Map<string, string>(usual.map((name) => [name, t(`referralField.${name}`)]));
  return {
    suggestions: [...words.values()],
    wordsOf: (name) => words.get(name ?? '') ?? name ?? undefined,
    nameOf: (written) => {
      const sought = written.trim().toLowerCase();
      return usual.find((name) => words.get(name)?.toLowerCase() === sought) ?? written;
    },
  };
}
