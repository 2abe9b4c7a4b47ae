import { formatVotes, type Count, type Stage } from '@guildhall/stv';

/** What of a count is not what was published. */
export type DifferingFact =
  | 'CANDIDATES'
  | 'VALID'
  | 'BLANK'
  | 'QUOTA'
  | 'STAGES'
  | 'KIND'
  | 'FROM'
  | 'SHARE'
  | 'VOTES'
  | 'NON_TRANSFERABLE'
  | 'LOST'
  | 'ELECTED_AT_STAGE'
  | 'TIE'
  | 'ELECTED'
  | 'EMPTY_SEATS';

/** The first thing in which a recount differs from what was published. Votes are texts with five decimals, candidates ids. */
export type CountDifference = {
  readonly fact: DifferingFact;
  /** At which stage, from 1; nothing for what concerns the whole count. */
  readonly stage: number | undefined;
  /** Whose votes differ; nothing for what belongs to nobody. */
  readonly candidateId: string | undefined;
  readonly published: string;
  readonly recounted: string;
};

type Compared = Omit<CountDifference, 'stage' | 'candidateId'> & { readonly candidateId?: string };

/** Compares from the first figure to the last, in the order in which a count comes to them. */
export function firstDifference(published: Count, recounted: Count): CountDifference | undefined {
  const stages = Math.max(published.stages.length, recounted.stages.length);
  const before = firstOf(wholeFacts(published, recounted));
  if (before !== undefined) return { ...before, candidateId: undefined, stage: undefined };
  for (let index = 0; index < stages; index += 1) {
    const [one, other] = [published.stages[index], recounted.stages[index]];
    if (one === undefined || other === undefined) break;
    const found = firstOf(stageFacts(one, other, published.candidates));
    if (found !== undefined) return { ...found, candidateId: found.candidateId, stage: index + 1 };
  }
  const after = firstOf(outcomeFacts(published, recounted));
  return after && { ...after, candidateId: undefined, stage: undefined };
}

const firstOf = (facts: readonly Compared[]): Compared | undefined =>
  facts.find((fact) => fact.published !== fact.recounted);

const list = (names: readonly string[]): string => names.join(', ');

const comparing =
  <Compares>(published: Compares, recounted: Compares) =>
  (fact: DifferingFact, show: (one: Compares) => string): Compared => ({
    fact,
    published: show(published),
    recounted: show(recounted),
  });

function wholeFacts(published: Count, recounted: Count): readonly Compared[] {
  const fact = comparing(published, recounted);
  return [
    fact('CANDIDATES', ({ candidates }) => list(candidates)),
    fact('VALID', ({ valid }) => String(valid)),
    fact('BLANK', ({ blank }) => String(blank)),
    fact('QUOTA', ({ quota }) => formatVotes(quota)),
  ];
}

function stageFacts(published: Stage, recounted: Stage, candidates: readonly string[]): readonly Compared[] {
  const fact = comparing(published, recounted);
  const votes = candidates.map((candidateId, place) => ({
    ...fact('VOTES', (stage) => formatVotes(stage.votes[place] ?? 0)),
    candidateId,
  }));
  return [
    fact('KIND', ({ kind }) => kind),
    fact('FROM', ({ from }) => from ?? ''),
    fact('TIE', ({ tie }) => (tie ? `${list(tie.between)}: ${tie.chosen} (${tie.decidedAtStage ?? 'lot'})` : '')),
    fact('SHARE', ({ share }) => (share ? `${formatVotes(share.surplus)} / ${formatVotes(share.total)}` : '')),
    ...votes,
    fact('NON_TRANSFERABLE', ({ nonTransferable }) => formatVotes(nonTransferable)),
    fact('LOST', ({ lost }) => formatVotes(lost)),
    fact('ELECTED_AT_STAGE', ({ elected }) => list(elected)),
  ];
}

const emptySeats = ({ seats, elected }: Count): number => seats - elected.length;

function outcomeFacts(published: Count, recounted: Count): readonly Compared[] {
  const fact = comparing(published, recounted);
  return [
    fact('STAGES', ({ stages }) => String(stages.length)),
    fact('ELECTED', ({ elected }) => list(elected)),
    // A published count has the seats that stay empty, whether nominations are said to be open again or not.
    { fact: 'EMPTY_SEATS', published: String(published.reopened), recounted: String(emptySeats(recounted)) },
  ];
}
