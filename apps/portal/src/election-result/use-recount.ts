import { useEffect, useState } from 'react';
import { useGraphQuery } from '@guildhall/ui';
import { countAgain } from './count-again.js';
import { stateOf, type RecountState } from './recount-state.js';
import { ballotFileDocument, type CountedContest } from './result-documents.js';
import { saveTextFile } from './save-text-file.js';

/** What the reader wants the ballots for. */
type Purpose = 'COUNT' | 'SAVE';

/**
 * Counts a contest again on the device, or saves its ballots: it asks for the ballots, which are published, when they are first
 * wanted, and for nothing after that.
 */
export function useRecount(contest: CountedContest): {
  readonly state: RecountState;
  want(purpose: Purpose): void;
} {
  const [purpose, setPurpose] = useState<Purpose>();
  const [hasAsked, setAsked] = useState(false);
  const [counted, setCounted] = useState<RecountState>({ at: 'ready' });
  const { data, problem, reload } = useGraphQuery(ballotFileDocument, { id: contest.id }, { isPaused: !hasAsked });
  const file = data?.contest?.result?.ballotFile;
  useEffect(() => {
    if (purpose === undefined || file == null) return;
    setPurpose(undefined);
    if (purpose === 'SAVE') saveTextFile(`${contest.id}.blt`, file);
    else void recount(contest, file, setCounted);
  }, [purpose, file, contest]);
  return {
    state: stateOf({
      problem,
      hasAsked,
      isMissing: data !== undefined && file == null,
      hasFile: file != null,
      counted,
    }),
    want(next) {
      if (problem !== undefined) reload();
      setPurpose(next);
      setAsked(true);
    },
  };
}

async function recount(
  { election, seats, candidates, result }: CountedContest,
  ballotFile: string,
  tell: (state: RecountState) => void,
): Promise<void> {
  tell({ at: 'counting' });
  const seed = { seed: election.seed ?? '', seedCommitment: election.seedCommitment ?? '' };
  try {
    tell({ at: 'done', answer: await countAgain({ contest: { seats, candidates, result }, ballotFile, seed }) });
  } catch {
    tell({ at: 'failed' });
  }
}
