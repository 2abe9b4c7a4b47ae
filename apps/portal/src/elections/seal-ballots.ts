import { receiptOf, sealBallot } from '@guildhall/client';
import type { Ballot } from './ballot-choice.js';

/** A ballot that nobody can read any more, and what proves that it is stored. */
export type SealedBallot = Ballot & { readonly sealed: string; readonly receipt: string };

/** What ballots of an election are sealed with. */
export type Seal = {
  readonly electionId: string;
  /** The public keys in the order of sealing. */
  readonly keys: readonly string[];
  /** Everybody on the paper of a contest. */
  readonly candidatesOf: (contestId: string) => readonly string[];
};

/**
 * Seals one ballot here on the device. A ballot that was sealed before with the same preferences is the same to the last
 * byte, so that sending it again is sending it once.
 */
export async function sealOnce(
  ballot: Ballot,
  known: SealedBallot | undefined,
  { electionId, keys, candidatesOf }: Seal,
): Promise<SealedBallot> {
  const { contestId, preferences } = ballot;
  if (known?.contestId === contestId && known.preferences.join() === preferences.join()) return known;
  const sealed = await sealBallot(preferences, { electionId, contestId, candidates: candidatesOf(contestId), keys });
  return { ...ballot, sealed, receipt: await receiptOf(sealed) };
}
