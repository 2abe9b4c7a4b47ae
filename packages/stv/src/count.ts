import { bundleBallots, InvalidContestError, type Ballot, type Papers } from './ballot.js';
import { createTally, type Tally } from './tally.js';
import { atExtreme, breakTie, type Tie } from './tie.js';
import { wholeVote, type Votes } from './votes.js';

/** What is counted. */
export type Contest = {
  /** The names of all who stand, "re-open nominations" among them. */
  readonly candidates: readonly string[];
  /** Which of them stands for re-opening nominations; nothing where nobody does. */
  readonly ron?: string;
  /** Candidates who withdrew or were disqualified after voting opened; their preferences are passed over. */
  readonly withdrawn?: readonly string[];
  readonly seats: number;
  /** Decides what votes cannot; its commitment was published before voting opened. */
  readonly seed: string;
};

/** What was over the quota, and of what total. */
export type SurplusShare = { readonly surplus: Votes; readonly total: Votes };

/** What happened in one stage. Lists of votes follow `Count.candidates`. */
export type Stage = {
  /** From 1. */
  readonly number: number;
  readonly kind: 'FIRST_PREFERENCES' | 'SURPLUS' | 'EXCLUSION';
  /** Whose papers moved; nothing in the first stage. */
  readonly from: string | undefined;
  /** Of a surplus: each paper is worth `surplus / total` of what it was, cut to hundred-thousandths. */
  readonly share: SurplusShare | undefined;
  /** At the end of the stage. */
  readonly votes: readonly Votes[];
  /** What no continuing candidate could be given, up to this stage. */
  readonly nonTransferable: Votes;
  /** What cutting worths to hundred-thousandths cost, up to this stage. Printed results add it to the non-transferable votes. */
  readonly lost: Votes;
  /** Who was elected at the end of the stage, the most votes first. */
  readonly elected: readonly string[];
  /** How the papers that moved were chosen where votes alone did not tell. */
  readonly tie: Tie | undefined;
};

/** A whole count. */
export type Count = {
  /** Who stood and did not withdraw, in the order of every list of votes. */
  readonly candidates: readonly string[];
  readonly seats: number;
  /** Ballots with a preference, and without one. */
  readonly valid: number;
  readonly blank: number;
  /** In hundred-thousandths, like all votes. */
  readonly quota: Votes;
  readonly stages: readonly Stage[];
  /** Who is elected, in the order of election; never more than `seats`. */
  readonly elected: readonly string[];
  /** Seats for which nominations open again. */
  readonly reopened: number;
};

/** Up to here every product of two figures is exact in a double. */
const mostBallots = 500_000;

/**
 * Counts a contest by the weighted inclusive Gregory method of Scottish council elections, in whole hundred-thousandths of a
 * vote: the same ballots in any order, the same candidates and the same seed give the same count everywhere. When "re-open
 * nominations" is elected, that seat and all not yet filled are reopened; without a valid ballot all seats are. Throws
 * `InvalidBallotError` and `InvalidContestError`.
 */
export function countBallots(ballots: readonly Ballot[], contest: Contest): Count {
  return countPapers(
    ballots.map((ballot) => ({ ballot, papers: 1 })),
    contest,
  );
}

/** Counts as `countBallots` does, from ballots of which equal ones are together already. */
export function countPapers(given: readonly Papers[], contest: Contest): Count {
  const { seats, ron, seed } = contest;
  const withdrawn = new Set(contest.withdrawn);
  const total = given.reduce((sum, { papers }) => sum + papers, 0);
  requireCountable(total, contest);
  const bundles = bundleBallots(given, { candidates: contest.candidates, withdrawn });
  const valid = bundles.reduce((sum, { preferences, papers }) => sum + (preferences.length > 0 ? papers : 0), 0);
  const names = contest.candidates;
  const standing = [...names.keys()].filter((place) => !withdrawn.has(names[place] ?? ''));
  const quota = quotaOf({ valid, seats });
  const course = runStages(createTally(bundles, names.length), { names, standing, seats, quota, seed, ron, valid });
  const only = (votes: readonly Votes[]): readonly Votes[] => standing.map((place) => votes[place] ?? 0);
  const elected = course.flatMap((stage) => stage.elected).filter((name) => name !== ron);
  return {
    candidates: standing.map((place) => names[place] ?? ''),
    seats,
    valid,
    blank: total - valid,
    quota,
    stages: course.map((stage) => ({ ...stage, votes: only(stage.votes) })),
    elected,
    reopened: reopenedSeats({ course, elected, seats, ron, valid }),
  };
}

/** How many votes elect: more than so many candidates could have as there are seats and one more. */
export const quotaOf = ({ valid, seats }: Pick<Count, 'valid' | 'seats'>): Votes =>
  (Math.floor(valid / (seats + 1)) + 1) * wholeVote;

function reopenedSeats(of: {
  readonly course: readonly Stage[];
  readonly elected: readonly string[];
  readonly seats: number;
  readonly ron: string | undefined;
  readonly valid: number;
}): number {
  const isReopened = of.course.some(({ elected }) => of.ron !== undefined && elected.includes(of.ron));
  return isReopened || of.valid === 0 ? of.seats - of.elected.length : 0;
}

function requireCountable(ballots: number, { candidates, seats, ron, withdrawn = [] }: Contest): void {
  const refuse = (reason: string): never => {
    throw new InvalidContestError(reason);
  };
  if (!Number.isInteger(seats) || seats < 1) refuse('There must be at least one seat.');
  if (new Set(candidates).size !== candidates.length) refuse('Two candidates have the same name.');
  if (ron !== undefined && !candidates.includes(ron)) refuse('Re-opening nominations does not stand.');
  if (withdrawn.some((name) => name === ron || !candidates.includes(name))) refuse('Only candidates can withdraw.');
  if (ballots > mostBallots) refuse(`More than ${mostBallots} ballots cannot be counted exactly.`);
}

type Course = {
  readonly names: readonly string[];
  readonly standing: readonly number[];
  readonly seats: number;
  readonly quota: Votes;
  readonly seed: string;
  readonly ron: string | undefined;
  readonly valid: number;
};

function runStages(tally: Tally, course: Course): readonly Stage[] {
  const { names, seats, quota, ron, valid } = course;
  const stages: Stage[] = [];
  const continuing = new Set(course.standing);
  const waiting = new Set<number>();
  let filled = 0;
  const elect = (): readonly string[] => {
    if (valid === 0) return [];
    const atQuota = [...continuing].filter((one) => (tally.votes[one] ?? 0) >= quota);
    const isReopened = atQuota.some((one) => names[one] === ron);
    const areLast = !isReopened && continuing.size <= seats - filled;
    const elected = (areLast ? [...continuing] : atQuota).toSorted(
      (a, b) => (tally.votes[b] ?? 0) - (tally.votes[a] ?? 0) || a - b,
    );
    for (const one of elected) {
      continuing.delete(one);
      if ((tally.votes[one] ?? 0) > quota) waiting.add(one);
    }
    filled = isReopened ? seats : filled + elected.length;
    return elected.map((one) => names[one] ?? '');
  };
  const record = (moved: Pick<Stage, 'kind' | 'from' | 'share' | 'tie'>): void => {
    const { votes, nonTransferable, lost } = tally;
    stages.push({ ...moved, number: stages.length + 1, votes: [...votes], nonTransferable, lost, elected: elect() });
  };
  record({ kind: 'FIRST_PREFERENCES', from: undefined, share: undefined, tie: undefined });
  while (valid > 0 && filled < seats && continuing.size > 0)
    record(moveNext(tally, { ...course, continuing, waiting, history: stages.map(({ votes }) => votes) }));
  return stages;
}

/** Moves the largest surplus that waits, or excludes whoever has the fewest votes. */
function moveNext(
  tally: Tally,
  course: Course & {
    readonly continuing: Set<number>;
    readonly waiting: Set<number>;
    readonly history: readonly (readonly Votes[])[];
  },
): Pick<Stage, 'kind' | 'from' | 'share' | 'tie'> {
  const { names, quota, seed, continuing, waiting, history } = course;
  const isSurplus = waiting.size > 0;
  const wanted = isSurplus ? 'MOST' : 'FEWEST';
  const level = atExtreme([...(isSurplus ? waiting : continuing)], tally.votes, wanted);
  // The last of the history is the stage at which they are level.
  const { chosen, tie } = breakTie(level, { candidates: names, history, wanted, seed });
  const total = tally.votes[chosen] ?? 0;
  const surplus = total - quota;
  (isSurplus ? waiting : continuing).delete(chosen);
  tally.move({
    from: chosen,
    kept: isSurplus ? quota : 0,
    valueAfter: isSurplus ? (value) => Math.floor((value * surplus) / total) : (value) => value,
    isContinuing: (one) => continuing.has(one),
  });
  return {
    kind: isSurplus ? 'SURPLUS' : 'EXCLUSION',
    from: names[chosen],
    share: isSurplus ? { surplus, total } : undefined,
    tie,
  };
}
