import { readPublishedCount, type Count, type Stage, type Votes } from '@guildhall/client';
import type { CountedContest } from './result-documents.js';

/** What became of a candidate, and at the end of which stage. */
export type Fate =
  | { readonly kind: 'ELECTED' | 'EXCLUDED'; readonly stage: number }
  /** Still in when all seats were filled. */
  | { readonly kind: 'LEFT'; readonly stage: undefined };

/** Somebody whose votes were counted, or re-opening nominations. */
export type CountedCandidate = {
  readonly id: string;
  readonly name: string;
  readonly isReopen: boolean;
  readonly fate: Fate;
};

/** One stage, with the votes of everybody by their id. */
export type CountedStage = Omit<Stage, 'votes'> & { readonly votes: ReadonlyMap<string, Votes> };

/** A count as it is drawn and told. */
export type CountModel = {
  readonly quota: Votes;
  readonly valid: number;
  /** Those elected in the order of election, then the others, whoever was taken out first last. */
  readonly candidates: readonly CountedCandidate[];
  readonly stages: readonly CountedStage[];
};

/** What of a contest a count is told from. */
export type ToldContest = Pick<CountedContest, 'seats' | 'candidates' | 'result'>;

/** The count of a contest as its pictures, tables and words need it. */
export function readCount(contest: ToldContest): CountModel {
  const count = readPublishedCount(contest);
  const counted = new Set(count.candidates);
  const people = contest.candidates.filter(({ id }) => counted.has(id));
  return {
    quota: count.quota,
    valid: count.valid,
    candidates: inOrderOfFate(
      people.map(({ id, name, isReopen }) => ({ id, name, isReopen, fate: fateOf(id, count) })),
    ),
    stages: count.stages.map((stage) => ({
      ...stage,
      votes: new Map(count.candidates.map((id, place) => [id, stage.votes[place] ?? 0])),
    })),
  };
}

function fateOf(id: string, { stages }: Count): Fate {
  for (const { number, kind, from, elected } of stages) {
    if (kind === 'EXCLUSION' && from === id) return { kind: 'EXCLUDED', stage: number };
    if (elected.includes(id)) return { kind: 'ELECTED', stage: number };
  }
  return { kind: 'LEFT', stage: undefined };
}

const rankOf = { ELECTED: 0, LEFT: 1, EXCLUDED: 2 } as const;

function inOrderOfFate(candidates: readonly CountedCandidate[]): readonly CountedCandidate[] {
  const within = ({ fate }: CountedCandidate): number => {
    if (fate.kind === 'LEFT') return 0;
    return fate.kind === 'ELECTED' ? fate.stage : -fate.stage;
  };
  return candidates.toSorted((a, b) => rankOf[a.fate.kind] - rankOf[b.fate.kind] || within(a) - within(b));
}
