/*
 * The result of a contest: how its opened ballots were counted, stage by stage. It is made when the ballots are opened, made
 * anew when a candidate is taken out or stands down after that, and never changed. Owner: membership.
 */
import { quotaOf, type Count, type Papers, type Stage, type Votes } from '@guildhall/stv';
import type { CandidateId, CandidateStatus } from '../candidate/candidate.js';
import type { ContestId } from '../contest/contest.js';
import type { TurnoutPart } from './turnout-parts.js';

/** How a contest was counted. */
export type CountResult = {
  readonly contestId: ContestId;
  /** From 1; more than one where somebody was taken out or stood down after the first count. */
  readonly countNumber: number;
  readonly countedAt: Date;
  readonly seats: number;
  readonly valid: number;
  readonly blank: number;
  /** Ballots that could not be read. */
  readonly spoilt: number;
  /** Who stood, in the order of the ballot paper, which is the order of the votes of every stage. */
  readonly candidates: readonly CandidateId[];
  /** Who was on the paper and no longer stood. */
  readonly passedOver: readonly CandidateId[];
  /** In the order of election. */
  readonly elected: readonly CandidateId[];
  readonly stages: Count['stages'];
  /** As it was told with the first count; later ones tell the same, so that two of them cannot be compared. */
  readonly turnoutParts: readonly TurnoutPart[];
};

/** A stage with who has the votes that it lists. */
export type PlacedStage = { readonly stage: Stage; readonly candidates: readonly CandidateId[] };

/** How many votes a candidate has at the end of a stage. */
export type VotesOf = { readonly candidateId: CandidateId; readonly votes: Votes };

/** A line of a ballot paper, as a count needs it. */
export type PaperLine = {
  readonly id: CandidateId;
  readonly name: string;
  readonly isReopen: boolean;
  readonly status: CandidateStatus | undefined;
};

/** What a count of a contest is made of. */
export type Countable = {
  readonly contestId: ContestId;
  readonly seats: number;
  readonly seed: string;
  readonly rulesVersion: number;
  /** In the order of the ballot paper. */
  readonly paper: readonly PaperLine[];
  readonly ballots: readonly Papers[];
  readonly spoilt: number;
};

/** What a counter is given: everything that decides a count, and nothing that names a person. */
export type CountTask = {
  readonly candidates: readonly CandidateId[];
  readonly ron: CandidateId | undefined;
  readonly withdrawn: readonly CandidateId[];
  readonly seats: number;
  readonly seed: string;
  readonly ballots: readonly Papers[];
};

/** Counts away from the thread that answers requests, because a large contest takes a while. */
export type Counter = { count(task: CountTask): Promise<Count> };

/** Who was on a ballot paper and is counted as if they were not there. */
export function passedOverOf(paper: readonly PaperLine[]): readonly CandidateId[] {
  return paper.filter(({ status }) => status === 'WITHDRAWN' || status === 'DISQUALIFIED').map(({ id }) => id);
}

/** What to count of a contest. */
export function countTaskOf({ paper, seats, seed, ballots }: Countable): CountTask {
  return {
    candidates: paper.map(({ id }) => id),
    ron: paper.find(({ isReopen }) => isReopen)?.id,
    withdrawn: passedOverOf(paper),
    seats,
    seed,
    ballots,
  };
}

/** Whether a contest would be counted as it was: the same ballots, the same seats, the same people passed over. */
export function isStillCounted(last: CountResult | undefined, { paper, seats }: Countable): boolean {
  if (last === undefined) return false;
  return last.seats === seats && last.passedOver.join() === passedOverOf(paper).join();
}

/** How many seats nobody was elected to. */
export const emptySeatsOf = ({ seats, elected }: CountResult): number => seats - elected.length;

/** How many votes elected. */
export const quotaOfCount = ({ valid, seats }: CountResult): Votes => quotaOf({ valid, seats });

/** Who has how many votes at the end of a stage, in the order of the ballot paper. */
export function votesOf({ stage, candidates }: PlacedStage): readonly VotesOf[] {
  return candidates.map((candidateId, place) => ({ candidateId, votes: stage.votes[place] ?? 0 }));
}
