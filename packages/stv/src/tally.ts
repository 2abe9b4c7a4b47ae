import type { Bundle } from './ballot.js';
import { wholeVote, type Votes } from './votes.js';

/** Papers that lie together: the same preferences, the same one reached, the same worth. */
type Parcel = Bundle & { readonly reached: number; readonly value: Votes };

/** How papers leave a candidate: what each is worth afterwards, and what the candidate keeps. */
export type Transfer = {
  readonly from: number;
  readonly valueAfter: (value: Votes) => Votes;
  readonly kept: Votes;
  readonly isContinuing: (candidate: number) => boolean;
};

/** Who has which papers, and what they are worth together. */
export type Tally = {
  readonly votes: readonly Votes[];
  /** What no continuing candidate could be given so far. */
  readonly nonTransferable: Votes;
  /** What was lost so far because worths are cut to whole hundred-thousandths. */
  readonly lost: Votes;
  move(transfer: Transfer): void;
};

/** Gives every paper to its first preference. Blank papers belong to nobody and are not among `bundles`. */
export function createTally(bundles: readonly Bundle[], candidates: number): Tally {
  const votes: Votes[] = Array.from({ length: candidates }, () => 0);
  const piles: Parcel[][] = votes.map(() => []);
  let nonTransferable: Votes = 0;
  let lost: Votes = 0;
  const give = (candidate: number, parcel: Parcel): void => {
    piles[candidate]?.push(parcel);
    votes[candidate] = (votes[candidate] ?? 0) + parcel.papers * parcel.value;
  };
  for (const bundle of bundles) {
    const [first] = bundle.preferences;
    if (first !== undefined) give(first, { ...bundle, reached: 0, value: wholeVote });
  }
  return {
    votes,
    get nonTransferable() {
      return nonTransferable;
    },
    get lost() {
      return lost;
    },
    move({ from, valueAfter, kept, isContinuing }) {
      let leaving = (votes[from] ?? 0) - kept;
      const parcels = piles[from] ?? [];
      votes[from] = kept;
      piles[from] = [];
      for (const parcel of parcels) {
        const value = valueAfter(parcel.value);
        const reached = parcel.preferences.findIndex((one, place) => place > parcel.reached && isContinuing(one));
        const next = parcel.preferences[reached];
        leaving -= parcel.papers * value;
        if (next === undefined) nonTransferable += parcel.papers * value;
        else give(next, { ...parcel, reached, value });
      }
      lost += leaving;
    },
  };
}
