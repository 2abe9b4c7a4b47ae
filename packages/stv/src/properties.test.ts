import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countBallots, journeyOf, wholeVote, type Ballot, type Count } from './index.js';

const candidates = ['A', 'B', 'C', 'D', 'E', 'RON'];
const ballot = fc.shuffledSubarray(candidates);
const ballots = fc.array(ballot, { maxLength: 60 });
const contest = fc.record({
  candidates: fc.constant(candidates),
  ron: fc.constant('RON'),
  seats: fc.integer({ min: 1, max: 6 }),
  seed: fc.string(),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('whatever is voted', () => {
  it('no part of a paper appears or disappears', () => {
    fc.assert(
      fc.property(ballots, contest, (given, of) => {
        const { stages, valid } = countBallots(given, of);
        for (const { votes, nonTransferable, lost } of stages) {
          expect(sum(votes) + nonTransferable + lost).toBe(valid * wholeVote);
          expect(Math.min(...votes, nonTransferable, lost)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('the order of the ballots changes nothing', () => {
    const twice = ballots.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(twice, contest, ([one, other], of) => {
        expect(countBallots(other, of)).toEqual(countBallots(one, of));
      }),
    );
  });

  it('seats are filled or reopened, never more than there are, and nobody is elected twice', () => {
    fc.assert(
      fc.property(ballots, contest, (given, of) => {
        const { elected, reopened, stages } = countBallots(given, of);
        const filled = Math.min(of.seats, candidates.length);
        expect(elected.length + reopened).toBeLessThanOrEqual(of.seats);
        expect(elected.length + reopened).toBeGreaterThanOrEqual(Math.min(filled, of.seats));
        expect(new Set(elected).size).toBe(elected.length);
        expect(elected).not.toContain('RON');
        expect(stages.length).toBeLessThanOrEqual(2 * candidates.length);
      }),
    );
  });

  it('what the journeys of all ballots bring together is what each stage shows', () => {
    fc.assert(
      fc.property(ballots, contest, (given, of) => {
        const count = countBallots(given, of);
        for (const { number, votes } of count.stages)
          for (const [place, name] of count.candidates.entries())
            if (!isSettled(count, name, number)) expect(brought(given, count, { name, number })).toBe(votes[place]);
      }),
    );
  });
});

/** Whoever was elected keeps a quota that belongs to no paper once the surplus is passed on. */
const isSettled = ({ stages }: Count, name: string, number: number): boolean =>
  stages.slice(0, number).some(({ kind, from }) => kind === 'SURPLUS' && from === name);

function brought(
  given: readonly Ballot[],
  count: Count,
  at: { readonly name: string; readonly number: number },
): number {
  const worth = given.map((one) => {
    const step = journeyOf(one, count).findLast(({ stage }) => stage <= at.number);
    return step?.candidate === at.name ? step.value : 0;
  });
  return sum(worth);
}
