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

/** A text that is no number of votes. */
export class InvalidVotesError extends Error {
  override readonly name = 'InvalidVotesError';
}

/**
 * Reads votes as `formatVotes` writes them, without ever being a fraction in between: `33.84600` is `3384600`. Throws
 * `InvalidVotesError` for anything else and for more than can be exact.
 */
export function parseVotes(text: string): Votes {
  const found = /^(?<sign>-?)(?<whole>0|[1-9]\d*)\.(?<part>\d{5})$/.exec(text)?.groups;
  const units = Number(`${found?.['whole']}${found?.['part']}`);
  if (!Number.isSafeInteger(units)) throw new InvalidVotesError(`${text} is no number of votes with five decimals.`);
  return found?.['sign'] === '-' && units !== 0 ? -units : units;
}
