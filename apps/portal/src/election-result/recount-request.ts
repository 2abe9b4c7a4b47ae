import type { ContestRecount, PublishedContest, RevealedSeed } from '@guildhall/client';

/** What the page gives the worker: everything is published already. */
export type RecountRequest = {
  readonly contest: PublishedContest;
  readonly ballotFile: string;
  readonly seed: RevealedSeed;
};

/** What the worker answers. */
export type RecountAnswer = ContestRecount;
