import type { Ballot } from './ballot.js';
import type { Count, Stage } from './count.js';
import { wholeVote, type Votes } from './votes.js';

/** Where a ballot went at one stage, and what it was worth there. */
export type JourneyStep = {
  readonly stage: number;
  /** Nothing when no continuing candidate was left on it. */
  readonly candidate: string | undefined;
  readonly value: Votes;
};

/**
 * How one ballot travelled through a count, worked out from the published stages and what the voter remembers, so that it
 * need not be told to anybody. Names that were not counted, such as those of candidates who withdrew, are passed over; a blank ballot
 * has no steps.
 */
export function journeyOf(ballot: Ballot, count: Count): readonly JourneyStep[] {
  const ranked = ballot.filter((name) => count.candidates.includes(name));
  const [first] = ranked;
  if (first === undefined) return [];
  const steps: JourneyStep[] = [{ stage: 1, candidate: first, value: wholeVote }];
  const gone = new Set<string>(count.stages[0]?.elected);
  let holder: string | undefined = first;
  let value: Votes = wholeVote;
  for (const stage of count.stages.slice(1)) {
    if (stage.kind === 'EXCLUSION' && stage.from !== undefined) gone.add(stage.from);
    if (holder !== undefined && stage.from === holder) {
      value = valueAfter(value, stage);
      holder = ranked.slice(ranked.indexOf(holder) + 1).find((name) => !gone.has(name));
      steps.push({ stage: stage.number, candidate: holder, value });
    }
    for (const name of stage.elected) gone.add(name);
  }
  return steps;
}

const valueAfter = (value: Votes, { share }: Stage): Votes =>
  share === undefined ? value : Math.floor((value * share.surplus) / share.total);
