/** What one voter ranked, first preference first. An empty ballot is an explicit blank. */
export type Ballot = readonly string[];

/** Equal ballots, counted together. */
export type Papers = { readonly ballot: Ballot; readonly papers: number };

/** Papers with the same preferences still to be followed, which move together. */
export type Bundle = {
  /** Candidates by their place in the contest's list. */
  readonly preferences: readonly number[];
  readonly papers: number;
};

/** A ballot that cannot be counted: the contest should never have taken it. */
export class InvalidBallotError extends Error {
  override readonly name = 'InvalidBallotError';

  constructor(
    /** Where the ballot stands in the list that was given. */
    readonly index: number,
    reason: string,
  ) {
    super(`Ballot ${index} cannot be counted: ${reason}.`);
  }
}

/** A contest whose figures would no longer be exact, or that has nothing to count. */
export class InvalidContestError extends Error {
  override readonly name = 'InvalidContestError';
}

/**
 * Puts equal ballots together, which changes no figure: equal papers always lie together and are worth the same.
 * Candidates who withdrew are passed over as if they had never stood. Throws `InvalidBallotError` for a preference
 * given twice or for somebody who does not stand, and for a number of papers that is not whole.
 */
export function bundleBallots(
  given: readonly Papers[],
  { candidates, withdrawn }: { readonly candidates: readonly string[]; readonly withdrawn: ReadonlySet<string> },
): readonly Bundle[] {
  const places = new Map(candidates.map((candidate, place) => [candidate, place]));
  const bundles = new Map<string, { readonly preferences: readonly number[]; papers: number }>();
  for (const [index, { ballot, papers }] of given.entries()) {
    if (!Number.isInteger(papers) || papers < 1) throw new InvalidBallotError(index, 'its papers are no whole number');
    const preferences: number[] = [];
    const seen = new Set<string>();
    for (const candidate of ballot) {
      const place = places.get(candidate);
      if (place === undefined) throw new InvalidBallotError(index, 'it names somebody who does not stand');
      if (seen.has(candidate)) throw new InvalidBallotError(index, 'it names somebody twice');
      seen.add(candidate);
      if (!withdrawn.has(candidate)) preferences.push(place);
    }
    const key = preferences.join();
    const bundle = bundles.get(key);
    if (bundle === undefined) bundles.set(key, { preferences, papers });
    else bundle.papers += papers;
  }
  return [...bundles.values()];
}
