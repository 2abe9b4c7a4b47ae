import { countBallots, formatVotes, type Ballot, type Contest, type Count, type Stage } from '@guildhall/client';
import type { CountedContest } from './result-documents.js';

const named = (id: string) => ({
  id,
  name: id === 'RON' ? 'Re-open nominations' : `${id[0]}${id.slice(1).toLowerCase()}`,
});

/** So many times the same ballot, written as `A>B`; nothing at all is a blank. */
export function papers(count: number, ranking: string): readonly Ballot[] {
  return Array.from({ length: count }, () => ranking.split('>').filter(Boolean));
}

/** A contest as the graph would tell it, counted from ballots; for tests. */
export function countedExample(
  ballots: readonly Ballot[],
  contest: Omit<Contest, 'seed' | 'ron'>,
): { readonly contest: CountedContest; readonly count: Count } {
  const count = countBallots(ballots, { ...contest, seed: 'a seed', ron: 'RON' });
  const people = contest.candidates.map((id) => ({
    ...named(id),
    isReopen: id === 'RON',
    status: contest.withdrawn?.includes(id) === true ? ('WITHDRAWN' as const) : ('STANDING' as const),
    statusReason: null,
  }));
  return { count, contest: publish(people, contest, count) };
}

function publish(
  candidates: CountedContest['candidates'],
  { seats, withdrawn }: Pick<Contest, 'seats' | 'withdrawn'>,
  count: Count,
): CountedContest {
  return {
    id: 'contest',
    seats,
    position: { id: 'position', title: 'Treasurer' },
    candidates,
    turnout: { electorate: 200, cast: count.valid + count.blank },
    election: {
      id: 'election',
      title: 'Spring election',
      status: 'DECLARED',
      statusReason: null,
      declaredAt: '2026-03-20T12:00:00Z',
      schedule: { complaintsUntil: null },
      viewerActions: [],
      seed: 'a seed',
      seedCommitment: '',
      rules: { publishedFrom: 10, partFrom: 10 },
    },
    result: {
      countedAt: '2026-03-12T12:00:00Z',
      countNumber: 1,
      valid: count.valid,
      blank: count.blank,
      spoilt: 0,
      quota: formatVotes(count.quota),
      emptySeats: seats - count.elected.length,
      elected: count.elected.map((id) => ({ id })),
      passedOver: (withdrawn ?? []).map((id) => ({ id })),
      stages: count.stages.map((stage) => publishStage(stage, count)),
      turnoutParts: [],
    },
  };
}

function publishStage(stage: Stage, { candidates }: Count): CountedContest['result']['stages'][number] {
  const { share, tie } = stage;
  return {
    number: stage.number,
    kind: stage.kind,
    from: stage.from === undefined ? null : { id: stage.from },
    share: share ? { surplus: formatVotes(share.surplus), total: formatVotes(share.total) } : null,
    votes: candidates.map((id, place) => ({ candidate: { id }, votes: formatVotes(stage.votes[place] ?? 0) })),
    nonTransferable: formatVotes(stage.nonTransferable),
    lost: formatVotes(stage.lost),
    elected: stage.elected.map((id) => ({ id })),
    tie: tie
      ? {
          between: tie.between.map((id) => ({ id })),
          chosen: { id: tie.chosen },
          decidedAtStage: tie.decidedAtStage ?? null,
        }
      : null,
  };
}

/** Two seats, a surplus that moves, two exclusions: the first golden count of the field. */
export function goldenExample() {
  return countedExample(
    [
      ...papers(40, 'ANNA>BEN'),
      ...papers(22, 'CARL'),
      ...papers(20, 'BEN>CARL'),
      ...papers(12, 'ANNA>CARL>BEN'),
      ...papers(6, 'RON'),
    ],
    { candidates: ['ANNA', 'BEN', 'CARL', 'RON'], seats: 2 },
  );
}
