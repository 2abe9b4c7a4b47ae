/*
 * A sealed ballot: what a member of the roll voted in one contest, which nobody can read before both trustees open it. It
 * has no time, no order and no member, and never changes. Cast while its election takes ballots; opened after the close.
 * Owner: membership.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { CandidateId } from '../candidate/candidate.js';
import type { ContestId } from '../contest/contest.js';
import type { Election, ElectionId } from '../election/election.js';

/** A ballot as it is sent. */
export type SentBallot = { readonly contestId: ContestId; readonly sealed: string };

/** A ballot as it is kept. */
export type Ballot = {
  /** The SHA-256 of the sealed bytes, in hexadecimal digits. */
  readonly receipt: string;
  readonly contestId: ContestId;
  readonly sealed: Uint8Array;
};

/** A line of the roll. */
export type RollLine = { readonly contestId: ContestId; readonly hasVoted: boolean };

/** The root over all receipts of a contest. */
export type BallotRoot = { readonly contestId: ContestId; readonly root: string; readonly ballots: number };

/** The cryptography that decisions about ballots need; `packages/ballot` does it. */
export interface BallotSeals {
  /** The bytes of a ballot as it is sent, and their receipt; nothing for what is not written as ballots are. */
  read(sealed: string): { readonly sealed: Uint8Array; readonly receipt: string } | undefined;
  /** How many bytes a ballot has in a contest with so many on its paper. */
  lengthOf(candidates: number): number;
  /** Whether ballots can be sealed with a public key. */
  isBallotKey(publicKey: string): Promise<boolean>;
  /** Whether a private key is the other half of a public one. */
  isKeyPair(key: { readonly publicKey: string; readonly privateKey: string }): Promise<boolean>;
  /** Seals a trustee's private key for the holder of a public one. */
  sealTrusteeKey(
    privateKey: string,
    place: { readonly electionId: string; readonly publicKey: string },
  ): Promise<string>;
  /** Opens what was sealed for the holder of a private key; throws for any other. */
  openTrusteeKey(sealed: string, place: { readonly electionId: string; readonly privateKey: string }): Promise<string>;
}

/** Opened ballots of a contest that say the same; those that cannot be read have no preferences. */
export type OpenedBundle = {
  readonly contestId: ContestId;
  readonly preferences: readonly CandidateId[] | undefined;
  readonly papers: number;
};

/** A contest with everything its ballots are opened with. */
export type SealedContest = {
  readonly contestId: ContestId;
  /** Everybody who is on its paper. */
  readonly candidates: readonly CandidateId[];
  readonly sealed: readonly Uint8Array[];
};

/** A contest to open. All its ballots have one length, so they come as one piece of memory. */
export type OpeningTask = {
  readonly electionId: string;
  readonly contestId: string;
  readonly candidates: readonly string[];
  /** In the order of sealing. */
  readonly privateKeys: readonly string[];
  readonly sealed: Uint8Array;
  readonly count: number;
};

/** How many ballots say this; those that cannot be read have no preferences. */
export type OpenedPapers = { readonly preferences: readonly string[] | undefined; readonly papers: number };

/** How many ballots can be cast at once. */
const ballotsMax = 50;

/** Reads ballots as they are sent: one for each contest, in one way of writing. */
export function readBallots(
  sent: readonly SentBallot[],
  seals: Pick<BallotSeals, 'read'>,
): Result<readonly Ballot[], ValidationError> {
  const contests = new Set(sent.map(({ contestId }) => contestId));
  const checks = new FieldChecks()
    .that(sent.length > 0, 'ballots', 'REQUIRED', 'Cast one ballot at least.')
    .that(sent.length <= ballotsMax, 'ballots', 'TOO_LONG', `Cast at most ${ballotsMax} ballots at once.`)
    .that(contests.size === sent.length, 'ballots', 'CONTRADICTION', 'Cast one ballot for each contest.');
  const ballots = sent.slice(0, ballotsMax).flatMap(({ contestId, sealed }, place): readonly Ballot[] => {
    const read = seals.read(sealed);
    checks.that(read !== undefined, `ballots.${place}.sealed`, 'BAD_FORMAT', notSealed);
    return read === undefined ? [] : [{ contestId, ...read }];
  });
  return checks.finish(ballots);
}

/** Checks that ballots have the one length of their contest, which depends on how many are on its paper. */
export function checkLengths(
  ballots: readonly Ballot[],
  papers: ReadonlyMap<ContestId, number>,
  seals: Pick<BallotSeals, 'lengthOf'>,
): Result<readonly Ballot[], ValidationError> {
  const checks = new FieldChecks();
  ballots.forEach(({ contestId, sealed }, place) => {
    const fits = sealed.length === seals.lengthOf(papers.get(contestId) ?? 0);
    checks.that(fits, `ballots.${place}.sealed`, 'BAD_FORMAT', notSealed);
  });
  return checks.finish(ballots);
}

const notSealed = 'This ballot was not sealed for this contest. Load the page again.';

/** Where a member's ballot is; the GraphQL enum has the same members. */
export type ViewerBallot = 'TO_COME' | 'NOT_ON_ROLL' | 'OPEN' | 'CAST' | 'NOT_CAST';

/** What of an election and its roll decides where a member's ballot is. */
export type RollFacts = {
  readonly election: Pick<Election, 'status' | 'resumesTo' | 'votingClosesAt'>;
  /** Whether they have voted; nothing when they are not on the roll. */
  readonly hasVoted: boolean | undefined;
  readonly isFrozen: boolean;
  /** Whether they would be on the roll if it was frozen now. */
  readonly wouldVote: boolean;
};

/** Where the ballot of a member is. */
export function viewerBallotOf({ election, hasVoted, isFrozen, wouldVote }: RollFacts, now: Date): ViewerBallot {
  if (!isFrozen) return wouldVote && election.status !== 'VOIDED' ? 'TO_COME' : 'NOT_ON_ROLL';
  if (hasVoted === undefined) return 'NOT_ON_ROLL';
  if (hasVoted) return 'CAST';
  if (election.status === 'SUSPENDED' && election.resumesTo === 'VOTING') return 'TO_COME';
  return election.status === 'VOTING' && now < election.votingClosesAt ? 'OPEN' : 'NOT_CAST';
}

/** What the ballots of a contest are opened with; they go to their thread as one piece of memory. */
export function openingTaskOf(
  { contestId, candidates, sealed }: SealedContest,
  { electionId, privateKeys }: { readonly electionId: ElectionId; readonly privateKeys: readonly string[] },
): OpeningTask {
  const together = new Uint8Array(sealed.reduce((length, one) => length + one.length, 0));
  let start = 0;
  for (const one of sealed) {
    together.set(one, start);
    start += one.length;
  }
  return { electionId, contestId, candidates, privateKeys, sealed: together, count: sealed.length };
}

/** What the ballots of a contest say. Throws unless every one of them came out. */
export function bundlesOf(
  { contestId, candidates, sealed }: SealedContest,
  opened: readonly OpenedPapers[],
): readonly OpenedBundle[] {
  const ids = new Map<string, CandidateId>(candidates.map((id) => [id, id]));
  const total = opened.reduce((sum, { papers }) => sum + papers, 0);
  if (total !== sealed.length) throw new Error('not every ballot of the contest was opened');
  return opened.map(({ preferences, papers }) => ({
    contestId,
    preferences: preferences?.flatMap((id) => ids.get(id) ?? []),
    papers,
  }));
}
