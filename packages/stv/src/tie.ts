import { drawOne } from '@guildhall/lot';
import type { Votes } from './votes.js';

/** Between whom a count could not tell by votes alone, and what told. */
export type Tie = {
  readonly between: readonly string[];
  readonly chosen: string;
  /** The stage whose figures told, the most recent first; nothing when the lot did. */
  readonly decidedAtStage: number | undefined;
};

/** Whoever of the tied has the most or the fewest votes at a stage. */
type Extreme = 'MOST' | 'FEWEST';

/**
 * Chooses one of those who are level now: by the most recent earlier stage at which they were not, among those still level
 * by the one before it, and when no stage tells, by lot (Scottish Local Government Elections Order 2007, rules 49 and 50).
 */
export function breakTie(
  tied: readonly number[],
  options: {
    readonly candidates: readonly string[];
    /** The votes at the end of each earlier stage, oldest first. */
    readonly history: readonly (readonly Votes[])[];
    readonly wanted: Extreme;
    readonly seed: string;
  },
): { readonly chosen: number; readonly tie: Tie | undefined } {
  const { candidates, history, wanted, seed } = options;
  const nameOf = (candidate: number): string => candidates[candidate] ?? '';
  const between = tied.map(nameOf);
  let level = tied;
  let decidedAtStage: number | undefined;
  for (let stage = history.length; stage > 0 && level.length > 1; stage -= 1) {
    const votes = history[stage - 1] ?? [];
    const fewer = atExtreme(level, votes, wanted);
    if (fewer.length < level.length) decidedAtStage = stage;
    level = fewer;
  }
  const [only, another] = level;
  if (only === undefined) throw new RangeError('a tie needs somebody who is tied');
  if (tied.length === 1) return { chosen: only, tie: undefined };
  if (another === undefined) return { chosen: only, tie: { between, chosen: nameOf(only), decidedAtStage } };
  const chosen = drawOne(level.map(nameOf), { seed, occasion: `stage ${history.length}` });
  return { chosen: candidates.indexOf(chosen), tie: { between, chosen, decidedAtStage: undefined } };
}

/** Those of `candidates` whose votes are the most or the fewest. */
export function atExtreme(candidates: readonly number[], votes: readonly Votes[], wanted: Extreme): readonly number[] {
  const figures = candidates.map((candidate) => votes[candidate] ?? 0);
  const extreme = wanted === 'MOST' ? Math.max(...figures) : Math.min(...figures);
  return candidates.filter((candidate) => (votes[candidate] ?? 0) === extreme);
}
