import { useRef, useState } from 'react';
import type { Outcome } from '@guildhall/ui';
import type { CastBallotsMutation } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import type { Ballot } from './ballot-choice.js';
import { castBallotsDocument, type PaperElection } from './ballot-documents.js';
import { readCast } from './cast-outcome.js';
import { paperOf } from './paper-of.js';
import type { Seal, SealedBallot } from './seal-ballots.js';

/** How far casting is. What was sealed before an answer was lost is sent again as it is. */
export type CastState =
  | { readonly stage: 'PAPER' }
  | { readonly stage: 'SEALING'; readonly done: number; readonly total: number }
  | { readonly stage: 'SENDING' }
  /** Nothing was sent: the device has no connection, or could not seal. */
  | { readonly stage: 'NOT_SENT'; readonly why: 'OFFLINE' | 'UNSEALED' }
  /** Nothing was stored. */
  | { readonly stage: 'REFUSED'; readonly outcome: Outcome }
  /** It may have been stored. */
  | { readonly stage: 'UNKNOWN'; readonly outcome: Outcome }
  | { readonly stage: 'CAST'; readonly ballots: readonly SealedBallot[]; readonly isConfirmed: boolean };

type CastResult = CastBallotsMutation['castBallots'];

/** Seals ballots on this device and casts them together. */
export function useCast(election: PaperElection): {
  readonly cast: CastState;
  /** Answers how far it came. */
  run(ballots: readonly Ballot[]): Promise<CastState['stage']>;
} {
  const [cast, setCast] = useState<CastState>({ stage: 'PAPER' });
  const sealed = useRef(new Map<string, SealedBallot>());
  const isRunning = useRef(false);
  const send = useAction(castBallotsDocument, (data) => data.castBallots);
  const sealAndSend = async (ballots: readonly Ballot[]): Promise<CastState> => {
    const total = ballots.length;
    setCast({ stage: 'SEALING', done: 0, total });
    const onSealed = (done: number): void => setCast({ stage: 'SEALING', done, total });
    const ready = await sealAll(ballots, sealed.current, { seal: sealOf(election), onSealed }).catch(() => undefined);
    // A device that knows it has no connection sends nothing, so that nothing is left in doubt.
    if (!navigator.onLine) return { stage: 'NOT_SENT', why: 'OFFLINE' };
    if (ready === undefined) return { stage: 'NOT_SENT', why: 'UNSEALED' };
    setCast({ stage: 'SENDING' });
    const papers = ready.map((ballot) => ({ contestId: ballot.contestId, sealed: ballot.sealed }));
    return stateAfter(await send({ input: { electionId: election.id, ballots: papers } }), ready);
  };
  const run = async (ballots: readonly Ballot[]): Promise<CastState['stage']> => {
    if (isRunning.current) return 'SENDING';
    isRunning.current = true;
    const next = await sealAndSend(ballots);
    isRunning.current = false;
    setCast(next);
    return next.stage;
  };
  return { cast, run };
}

function sealOf({ id, ballotKeys, contests }: PaperElection): Seal {
  return {
    electionId: id,
    keys: ballotKeys.map(({ publicKey }) => publicKey),
    candidatesOf: (wanted) =>
      paperOf(contests.find((contest) => contest.id === wanted)?.candidates ?? []).map((candidate) => candidate.id),
  };
}

type Sealing = { readonly seal: Seal; readonly onSealed: (done: number) => void };

async function sealAll(
  ballots: readonly Ballot[],
  known: Map<string, SealedBallot>,
  { seal, onSealed }: Sealing,
): Promise<readonly SealedBallot[]> {
  const { sealOnce } = await import('./seal-ballots.js');
  const ready: SealedBallot[] = [];
  for (const ballot of ballots) {
    const sealed = await sealOnce(ballot, known.get(ballot.contestId), seal);
    known.set(ballot.contestId, sealed);
    ready.push(sealed);
    onSealed(ready.length);
  }
  return ready;
}

function stateAfter(outcome: Outcome<CastResult>, ballots: readonly SealedBallot[]): CastState {
  const known = readCast(outcome);
  if (known !== 'CAST') return { stage: known, outcome };
  const told = outcome.result?.__typename === 'CastBallotsSuccess' ? outcome.result.receipts : [];
  const isConfirmed = ballots.every(({ contestId, receipt }) =>
    told.some((one) => one.contest.id === contestId && one.receipt === receipt),
  );
  return { stage: 'CAST', ballots, isConfirmed };
}
