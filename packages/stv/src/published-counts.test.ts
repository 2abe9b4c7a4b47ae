import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countBallots, wholeVote, type Ballot, type Count } from './index.js';

/** Whole votes, as the page prints them; lists follow the candidates. What a page does not print is not there. */
type PublishedStage = {
  /** Nobody at the first stage. */
  readonly excluded?: string;
  readonly moved?: readonly number[];
  readonly notMoved?: number;
  readonly votes: readonly number[];
  readonly nonTransferable?: number;
};

type Published = {
  readonly seats: number;
  readonly valid?: number;
  readonly quota?: number;
  readonly candidates: readonly string[];
  readonly stages: readonly PublishedStage[];
  readonly elected: string;
};

const read = (name: string): Published =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../data/${name}.json`), 'utf8'));

const allVotes = (votes: readonly number[]): readonly number[] => votes.map((one) => one * wholeVote);

/**
 * The ballots of these contests are not public. Every paper starts with its first preference; when somebody is excluded, as
 * many of their papers go on to each of the others as the table says, and the rest end.
 */
function papersOf({ candidates, stages }: Published): readonly Ballot[] {
  const papers = candidates.flatMap((name, place) =>
    Array.from({ length: stages[0]?.votes[place] ?? 0 }, (): string[] => [name]),
  );
  for (const [before, { excluded, moved, notMoved, votes }] of stages.slice(1).entries()) {
    const given = moved ?? votes.map((now, place) => Math.max(0, now - (stages[before]?.votes[place] ?? 0)));
    const pile = papers.filter((paper) => paper.at(-1) === excluded);
    for (const [place, many] of given.entries())
      for (const paper of pile.splice(0, many)) paper.push(candidates[place] ?? '');
    if (notMoved !== undefined) expect(pile).toHaveLength(notMoved);
  }
  return papers;
}

const stageOf = ({ excluded, votes, nonTransferable }: PublishedStage) => ({
  kind: excluded === undefined ? 'FIRST_PREFERENCES' : 'EXCLUSION',
  from: excluded,
  votes: allVotes(votes),
  ...(nonTransferable !== undefined && { nonTransferable: nonTransferable * wholeVote }),
});

/** Some tables end with the last two: whoever is behind is then excluded too, which no longer changes who is elected. */
function stagesPrinted({ candidates, elected, stages }: Published, count: Count): Count['stages'] {
  const last = stages.at(-1)?.votes[candidates.indexOf(elected)] ?? 0;
  const more = last * wholeVote >= count.quota ? 0 : 1;
  expect(count.stages).toHaveLength(stages.length + more);
  return count.stages.slice(0, stages.length);
}

describe('tables that were published of by-elections to Scottish councils', () => {
  it.each([
    'baillieston-2008',
    'edinburgh-city-centre-2011',
    'inverness-south-2011',
    'tain-and-easter-ross-2017',
    'inverness-south-2024',
  ])('%s: papers put together from the published table give every figure and name that it prints', (name) => {
    const published = read(name);
    const { candidates, seats, valid, quota } = published;
    const count = countBallots(papersOf(published), { candidates, seats, seed: 'unused' });
    expect(stagesPrinted(published, count)).toMatchObject(published.stages.map(stageOf));
    expect(count.elected).toEqual([published.elected]);
    expect(count).toMatchObject({
      ...(valid !== undefined && { valid }),
      ...(quota !== undefined && { quota: quota * wholeVote }),
    });
    // Nobody who was elected passes on a surplus, so that nothing is cut.
    expect(count.stages.map(({ lost, tie }) => ({ lost, tie }))).toEqual(
      count.stages.map(() => ({ lost: 0, tie: undefined })),
    );
  });
});
