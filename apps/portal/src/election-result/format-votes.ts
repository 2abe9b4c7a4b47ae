import { wholeVote, type Votes } from '@guildhall/client';

/** A figure as a sentence says it: rounded to two decimals, as the reader writes numbers. */
export function sayVotes(votes: Votes, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(votes / wholeVote);
}

/** What a paper is worth, with all five decimals that count. */
export function sayWorth(votes: Votes, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 5 }).format(votes / wholeVote);
}

/** A part of a whole in hundred-thousandths, cut as the count cuts it. */
export function shareOf({ surplus, total }: { readonly surplus: Votes; readonly total: Votes }): Votes {
  return total === 0 ? 0 : Math.floor((wholeVote * surplus) / total);
}

/** Names as a sentence lists them. */
export function sayNames(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
