/** Hundred-thousandths of a vote: every figure of a count is a whole number of them, so nothing depends on floating point. */
export type Votes = number;

/** What a paper is worth before anything was transferred. */
export const wholeVote: Votes = 100_000;

/** Votes as results print them, with five decimals: `3384600` is `33.84600`. */
export function formatVotes(votes: Votes): string {
  const sign = votes < 0 ? '-' : '';
  const units = Math.abs(votes);
  return `${sign}${Math.floor(units / wholeVote)}.${String(units % wholeVote).padStart(5, '0')}`;
}
