import { describe, expect, it } from '@jest/globals';
import { drawOne } from '@guildhall/lot';
import fc from 'fast-check';
import { countBallots, countPapers, type Ballot } from './index.js';

/*
 * A second count, written paper by paper from the words of the rules and sharing nothing with the first: every paper is moved
 * on its own, every figure is summed anew from the papers, and whole numbers have no limit.
 */
type Paper = { readonly ballot: Ballot; holder: string | undefined; value: bigint };

type Reference = {
  readonly papers: readonly Paper[];
  readonly continuing: Set<string>;
  /** What somebody keeps who was elected with a surplus that has moved. */
  readonly kept: Map<string, bigint>;
  readonly history: Record<string, bigint>[];
};

const votesOf = ({ papers, kept }: Reference, name: string): bigint =>
  kept.get(name) ?? papers.filter(({ holder }) => holder === name).reduce((sum, { value }) => sum + value, 0n);

/** Of those with the most or the fewest votes now, whoever has so at the latest stage that tells; and else by lot. */
function pick(reference: Reference, from: readonly string[], isMost: boolean, seed: string): string {
  let level = [...from];
  for (const stage of reference.history.toReversed()) {
    const figures = level.map((name) => stage[name] ?? 0n);
    const wanted = figures.reduce((a, b) => (a > b === isMost ? a : b));
    level = level.filter((name) => (stage[name] ?? 0n) === wanted);
  }
  return level.length === 1
    ? (level[0] ?? '')
    : drawOne(level, { seed, occasion: `stage ${reference.history.length}` });
}

function move({ papers, continuing }: Reference, from: string, valueAfter: (value: bigint) => bigint): void {
  for (const paper of papers.filter(({ holder }) => holder === from)) {
    paper.value = valueAfter(paper.value);
    const rest = paper.ballot.slice(paper.ballot.indexOf(from) + 1);
    paper.holder = rest.find((name) => continuing.has(name));
  }
}

/** Votes of every stage, and who is elected, by the rules alone. */
function referenceCount(ballots: readonly Ballot[], names: readonly string[], seats: number, seed: string) {
  const papers = ballots.filter(([first]) => first).map((ballot) => ({ ballot, holder: ballot[0], value: 100_000n }));
  const reference: Reference = { papers, continuing: new Set(names), kept: new Map(), history: [] };
  const quota = (BigInt(papers.length) / BigInt(seats + 1) + 1n) * 100_000n;
  const [elected, surpluses]: [string[], string[]] = [[], []];
  const end = (): void => {
    const votes = Object.fromEntries(names.map((name) => [name, votesOf(reference, name)]));
    reference.history.push(votes);
    const open = [...reference.continuing];
    const isLast = open.length <= seats - elected.length;
    for (const name of open.filter((one) => isLast || (votes[one] ?? 0n) >= quota)) {
      elected.push(name);
      reference.continuing.delete(name);
      if ((votes[name] ?? 0n) > quota) surpluses.push(name);
    }
  };
  end();
  while (elected.length < seats && reference.continuing.size > 0) {
    if (surpluses.length > 0) {
      const from = pick(reference, surpluses, true, seed);
      surpluses.splice(surpluses.indexOf(from), 1);
      const total = votesOf(reference, from);
      move(reference, from, (value) => (value * (total - quota)) / total);
      reference.kept.set(from, quota);
    } else {
      const from = pick(reference, [...reference.continuing], false, seed);
      reference.continuing.delete(from);
      move(reference, from, (value) => value);
    }
    end();
  }
  return { stages: reference.history.map((votes) => names.map((name) => Number(votes[name] ?? 0n))), elected };
}

const names = ['A', 'B', 'C', 'D', 'E', 'F'];
// Few kinds of ballots, so that many are equal and ties happen.
const ballots = fc
  .array(fc.tuple(fc.shuffledSubarray(names), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 14 })
  .map((kinds) => kinds.flatMap(([ballot, papers]) => Array.from({ length: papers }, () => ballot)))
  .filter((given) => given.some(({ length }) => length > 0));
const seats = fc.integer({ min: 1, max: 5 });

describe('a second count written from the words of the rules', () => {
  it('comes to the same votes at every stage and the same people, whatever is voted', () => {
    fc.assert(
      fc.property(ballots, seats, fc.string(), (given, places, seed) => {
        const count = countBallots(given, { candidates: names, seats: places, seed });
        const reference = referenceCount(given, names, places, seed);
        expect(count.stages.map(({ votes }) => votes)).toEqual(reference.stages);
        expect(count.elected.toSorted()).toEqual(reference.elected.toSorted());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whatever is voted', () => {
  it('ballots that are put together before the count are counted as they are one by one', () => {
    fc.assert(
      fc.property(ballots, seats, fc.string(), (given, places, seed) => {
        const contest = { candidates: names, seats: places, seed };
        const together = Map.groupBy(given, (ballot) => ballot.join());
        const papers = [...together.values()].map((equal) => ({ ballot: equal[0] ?? [], papers: equal.length }));
        expect(countPapers(papers, contest)).toEqual(countBallots(given, contest));
      }),
    );
  });

  it('who withdrew counts as if they had never stood', () => {
    fc.assert(
      fc.property(ballots, seats, fc.subarray(names), (given, places, withdrawn) => {
        const stand = names.filter((name) => !withdrawn.includes(name));
        const without = given.map((ballot) => ballot.filter((name) => stand.includes(name)));
        const contest = { seats: places, seed: 'north wind' };
        expect(countBallots(given, { ...contest, candidates: names, withdrawn })).toEqual(
          countBallots(without, { ...contest, candidates: stand }),
        );
      }),
    );
  });

  it.each([0, -1, 0.5])('ballots are whole papers: %d is refused', (papers) => {
    expect(() => countPapers([{ ballot: ['A'], papers }], { candidates: names, seats: 1, seed: 'x' })).toThrow(
      'its papers are no whole number',
    );
  });
});
