import { commitmentOf } from '@guildhall/lot';
import {
  BallotFileError,
  countPapers,
  InvalidContestError,
  InvalidVotesError,
  readBallotFile,
  type BallotFile,
  type Count,
} from '@guildhall/stv';
import { firstDifference, type CountDifference } from './count-difference.js';
import { readPublishedCount, type PublishedContest } from './published-contest.js';

/** The seed of an election's lots and what was published of it before anybody voted, as the graph gives them. */
export type RevealedSeed = { readonly seed: string; readonly seedCommitment: string };

/** Why there was nothing to compare. */
export type RecountFault = {
  readonly reason: 'BALLOT_FILE' | 'CONTEST' | 'PUBLISHED_FIGURE';
  /** In English, for somebody who reads the file. */
  readonly detail: string;
};

/** What somebody finds who counts again. */
export type ContestRecount = {
  /** Whether the seed is the one that was committed to, and every figure of every stage is what was published. */
  readonly isEqual: boolean;
  /** Whether the revealed seed fits the commitment. */
  readonly keepsCommitment: boolean;
  /** The first thing that is not what was published; nothing when all is, and when there was nothing to compare. */
  readonly difference: CountDifference | undefined;
  /** Why it could not be counted or compared; nothing when it could. */
  readonly fault: RecountFault | undefined;
  /** The count that the ballots give, candidates named by their ids. */
  readonly count: Count | undefined;
};

/**
 * Counts the published ballots of a contest again and compares with the published result, stage by stage. It is a pure
 * function of its input, the same in every browser, and asks no server. It throws nothing: a file that cannot be counted is not equal.
 */
export function recountContest(
  contest: PublishedContest,
  ballotFile: string,
  { seed, seedCommitment }: RevealedSeed,
): ContestRecount {
  const keepsCommitment = commitmentOf(seed) === seedCommitment;
  try {
    const published = readPublishedCount(contest);
    const count = countAgain(contest, ballotFile, seed);
    const difference = firstDifference(published, count);
    return {
      isEqual: keepsCommitment && difference === undefined,
      keepsCommitment,
      difference,
      fault: undefined,
      count,
    };
  } catch (error) {
    return { isEqual: false, keepsCommitment, difference: undefined, fault: faultOf(error), count: undefined };
  }
}

/** The ballot file ranks places on the paper; whoever was on it stands now or is among those passed over. */
function countAgain({ seats, candidates, result }: PublishedContest, ballotFile: string, seed: string): Count {
  const file = readBallotFile(ballotFile);
  const passedOver = new Set(result.passedOver.map(({ id }) => id));
  const standing = new Set(result.stages[0]?.votes.map(({ candidate }) => candidate.id));
  const paper = candidates.filter(({ id }) => standing.has(id) || passedOver.has(id));
  const ids = paper.map(({ id }) => id);
  const withdrawn = ids.filter((id) => passedOver.has(id));
  requireSameContest(file, { seats, ids, withdrawn });
  const ballots = file.ballots.map(({ preferences, papers }) => ({
    ballot: preferences.map((place) => ids[place] ?? ''),
    papers,
  }));
  const ron = paper.find(({ isReopen }) => isReopen)?.id;
  return countPapers(ballots, { candidates: ids, withdrawn, seats, seed, ...(ron === undefined ? {} : { ron }) });
}

/** A file of another contest, or of the same before somebody stood down, is told apart from a wrong count. */
function requireSameContest(
  file: BallotFile,
  of: { readonly seats: number; readonly ids: readonly string[]; readonly withdrawn: readonly string[] },
): void {
  const passedOver = file.withdrawn.map((place) => of.ids[place]).join();
  if (file.candidates.length !== of.ids.length || file.seats !== of.seats || passedOver !== of.withdrawn.join())
    throw new InvalidContestError('The file is of another contest, or of another count of this one.');
}

function faultOf(error: unknown): RecountFault {
  if (error instanceof BallotFileError) return { reason: 'BALLOT_FILE', detail: error.message };
  if (error instanceof InvalidContestError) return { reason: 'CONTEST', detail: error.message };
  if (error instanceof InvalidVotesError) return { reason: 'PUBLISHED_FIGURE', detail: error.message };
  throw error;
}
