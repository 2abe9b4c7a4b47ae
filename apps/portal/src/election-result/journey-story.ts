import { journeyOf, readPublishedCount, wholeVote, type Votes } from '@guildhall/client';
import type { ToldContest } from './count-model.js';
import type { Holder } from './transfer-layout.js';

/** Where a vote was from one stage on, and how it came there. */
export type Leg = {
  readonly stage: number;
  readonly holder: Holder;
  readonly value: Votes;
  /** What moved it; nothing for the first preference. */
  readonly moved:
    | { readonly by: 'SURPLUS' | 'EXCLUSION'; readonly from: string; /** What stayed behind. */ readonly stayed: Votes }
    | undefined;
};

/** The way of one vote through a count. */
export type JourneyStory = {
  /** Candidates it ranked who no longer stood, so that they were passed over. */
  readonly skipped: readonly string[];
  readonly legs: readonly Leg[];
  /** Where its parts lay when the count was over, in the order in which it came to them. They add up to a whole vote, but for rounding. */
  readonly parts: readonly { readonly holder: Holder; readonly value: Votes }[];
};

/** Follows a vote as its voter remembers it. It is worked out here and now from what is published; nothing is asked and nothing sent. */
export function followVote(contest: ToldContest, ranking: readonly string[]): JourneyStory {
  const count = readPublishedCount(contest);
  const steps = journeyOf(ranking, count);
  const legs = steps.map(({ stage, candidate, value }, index): Leg => {
    const before = steps[index - 1];
    const by = count.stages[stage - 1]?.kind;
    if (before?.candidate === undefined || by === undefined || by === 'FIRST_PREFERENCES')
      return { stage, holder: candidate, value, moved: undefined };
    return {
      stage,
      holder: candidate,
      value,
      moved: { by, from: before.candidate, stayed: by === 'SURPLUS' ? before.value - value : 0 },
    };
  });
  return {
    skipped: ranking.filter((id) => !count.candidates.includes(id)),
    legs,
    parts: partsOf(legs),
  };
}

function partsOf(legs: readonly Leg[]): JourneyStory['parts'] {
  const last = legs.at(-1);
  const stayed = legs.flatMap(({ moved }) =>
    moved !== undefined && moved.stayed > 0 ? [{ holder: moved.from, value: moved.stayed }] : [],
  );
  return last === undefined ? [] : [...stayed, { holder: last.holder, value: last.value }];
}

/** A part of one vote as a number from 0 to 1, for what is drawn. */
export const asFraction = (value: Votes): number => value / wholeVote;
