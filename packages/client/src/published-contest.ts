import { InvalidVotesError, parseVotes, type Count, type Stage, type Tie, type Votes } from '@guildhall/stv';

type Named = { readonly id: string };

/** A contest with its result as the graph gives it; candidates in the order of the ballot paper. */
export type PublishedContest = {
  readonly seats: number;
  readonly candidates: readonly (Named & { readonly isReopen: boolean })[];
  readonly result: PublishedResult;
};

/** `ContestResult` as the graph gives it; of candidates nothing but the id is needed. */
export type PublishedResult = {
  readonly valid: number;
  readonly blank: number;
  readonly quota: string;
  readonly stages: readonly PublishedStage[];
  readonly elected: readonly Named[];
  readonly emptySeats: number;
  readonly passedOver: readonly Named[];
};

/** `CountStage` as the graph gives it. */
export type PublishedStage = {
  readonly number: number;
  readonly kind: Stage['kind'];
  readonly from?: Named | null;
  readonly share?: { readonly surplus: string; readonly total: string } | null;
  readonly votes: readonly { readonly candidate: Named; readonly votes: string }[];
  readonly nonTransferable: string;
  readonly lost: string;
  readonly elected: readonly Named[];
  readonly tie?: {
    readonly between: readonly Named[];
    readonly chosen: Named;
    readonly decidedAtStage?: number | null;
  } | null;
};

/**
 * A published result as a count, with candidates named by their ids and every figure exact: what `journeyOf` and a stage table are
 * made of where no ballots are published. Throws `InvalidVotesError` for a figure that is no number of votes, or missing.
 */
export function readPublishedCount({ seats, result }: PublishedContest): Count {
  const candidates = result.stages[0]?.votes.map(({ candidate }) => candidate.id) ?? [];
  return {
    candidates,
    seats,
    valid: result.valid,
    blank: result.blank,
    quota: parseVotes(result.quota),
    stages: result.stages.map((stage) => readStage(stage, candidates)),
    elected: result.elected.map(({ id }) => id),
    reopened: result.emptySeats,
  };
}

function readStage(stage: PublishedStage, candidates: readonly string[]): Stage {
  const { share } = stage;
  const votes = new Map(stage.votes.map((one) => [one.candidate.id, parseVotes(one.votes)]));
  return {
    number: stage.number,
    kind: stage.kind,
    from: stage.from?.id,
    share: share ? { surplus: parseVotes(share.surplus), total: parseVotes(share.total) } : undefined,
    votes: candidates.map((id) => present(votes.get(id), `${id} at stage ${stage.number}`)),
    nonTransferable: parseVotes(stage.nonTransferable),
    lost: parseVotes(stage.lost),
    elected: stage.elected.map(({ id }) => id),
    tie: readTie(stage.tie),
  };
}

/** Every stage tells of everybody, by name: a list in another order must not be read as if it were in the first one's. */
function present(votes: Votes | undefined, whose: string): Votes {
  if (votes === undefined) throw new InvalidVotesError(`There is no number of votes of ${whose}.`);
  return votes;
}

function readTie(tie: PublishedStage['tie']): Tie | undefined {
  if (!tie) return undefined;
  const between = tie.between.map(({ id }) => id);
  return { between, chosen: tie.chosen.id, decidedAtStage: tie.decidedAtStage ?? undefined };
}
