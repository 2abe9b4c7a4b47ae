import type { Measurement } from '../measure-peer.js';
import type { Result } from '../run-rounds.js';
import { spreadOf, type Spread } from './spread.js';

/** A figure that is compared. */
export type Figure = Exclude<keyof Measurement, 'requests' | 'failures'>;

/** What is compared with what. */
export type Comparison = {
  readonly peer: string;
  readonly base: string;
  readonly shape: string;
  readonly figure: Figure;
};

/** A figure of one server as a multiple of another's, round by round: both halves were measured within seconds. */
export function ratioOf(results: readonly Result[], { peer, base, shape, figure }: Comparison): Spread {
  const pairs = results
    .filter((result) => result.peer === peer && result.shape === shape)
    .map((result) => {
      const other = results.find((one) => one.peer === base && one.shape === shape && one.round === result.round);
      return result[figure] / (other?.[figure] ?? NaN);
    });
  return spreadOf(pairs);
}

/** A figure of one server over all rounds. */
export function figureOf(results: readonly Result[], { peer, shape, figure }: Omit<Comparison, 'base'>): Spread {
  return spreadOf(
    results.filter((result) => result.peer === peer && result.shape === shape).map((result) => result[figure]),
  );
}
