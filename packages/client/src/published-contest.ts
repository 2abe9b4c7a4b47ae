import { parseVotes, type Count, type Stage, type Tie } from '@guildhall/stv';

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
 * made of where no ballots are published. Throws `InvalidVotesError` for a figure that is no number of votes.
 */
export function readPublishedCount({ seats, result }: PublishedContest): Count {
  return {
    candidates: result.stages[0]?.votes.map(({ candidate }) => candidate.id) ?? [],
    seats,
    valid: result.valid,
    blank: result.blank,
    quota: parseVotes(result.quota),
    stages: result.stages.map(readStage),
    elected: result.elected.map(({ id }) => id),
    reopened: result.emptySeats,
  };
}

function readStage(stage: PublishedStage): Stage {
  const { share } = stage;
  return {
    number: stage.number,
    kind: stage.kind,
    from: stage.from?.id,
    share: share ? { surplus: parseVotes(share.surplus), total: parseVotes(share.total) } : undefined,
    votes: stage.votes.map(({ votes }) => parseVotes(votes)),
    nonTransferable: parseVotes(stage.nonTransferable),
    lost: parseVotes(stage.lost),
    elected: stage.elected.map(({ id }) => id),
    tie: readTie(stage.tie),
  };
}

function readTie(tie: PublishedStage['tie']): Tie | undefined {
  if (!tie) return undefined;
  const between = tie.between.map(({ id }) => id);
  return { between, chosen: tie.chosen.id, decidedAtStage: tie.decidedAtStage ?? undefined };
}
