import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countBallots, wholeVote, type Ballot } from './index.js';

type PublishedStage = {
  readonly kind: string;
  readonly from: string | null;
  readonly votes: readonly number[];
  readonly nonTransferable: number;
  readonly elected: readonly string[];
};

type Published = {
  readonly seats: number;
  readonly candidates: readonly string[];
  readonly stages: readonly PublishedStage[];
  readonly reported: {
    readonly quota: number;
    readonly first: readonly number[];
    readonly last: Readonly<Record<string, number>>;
    readonly elected: readonly string[];
  };
  /** How many papers, then the candidates they rank, counted from 1. */
  readonly ballots: readonly (readonly number[])[];
};

const read = (name: string): Published =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../data/${name}.json`), 'utf8'));

function papersOf({ ballots, candidates }: Published): readonly Ballot[] {
  return ballots.flatMap(([papers = 0, ...places]) => {
    const ballot = places.map((place) => candidates[place - 1] ?? '');
    return Array.from({ length: papers }, () => ballot);
  });
}

const countOf = (published: Published) =>
  countBallots(papersOf(published), { candidates: published.candidates, seats: published.seats, seed: 'unused' });

describe('counts that councils published', () => {
  it.each(['glasgow-2017-ward-2', 'glasgow-2017-ward-7'])('%s: every figure of every stage is the same', (name) => {
    const published = read(name);
    const count = countOf(published);
    const stages = count.stages.map(({ kind, from, votes, nonTransferable, lost, elected }) => ({
      kind,
      from: from ?? null,
      elected,
      // The council prints what truncation loses together with what could not be transferred.
      nonTransferable: nonTransferable + lost,
      votes,
    }));
    expect(stages).toEqual(published.stages);
  });

  it('glasgow-2021-by-election-ward-23: quota, first preferences and the last two are the same', () => {
    const { reported, ...published } = read('glasgow-2021-by-election-ward-23');
    const count = countOf({ reported, ...published });
    const beforeLast = count.stages.at(-2)?.votes ?? [];
    expect(count.quota).toBe(reported.quota * wholeVote);
    expect(count.stages[0]?.votes).toEqual(reported.first.map((votes) => votes * wholeVote));
    for (const [name, votes] of Object.entries(reported.last))
      expect(beforeLast[count.candidates.indexOf(name)]).toBe(votes * wholeVote);
    expect(count.elected).toEqual(reported.elected);
  });
});
