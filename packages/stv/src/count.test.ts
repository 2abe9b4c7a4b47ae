import { describe, expect, it } from '@jest/globals';
import {
  countBallots,
  formatVotes,
  InvalidBallotError,
  InvalidContestError,
  type Ballot,
  type Contest,
  type Count,
} from './index.js';

const times = (papers: number, ...ballot: string[]): readonly Ballot[] => Array.from({ length: papers }, () => ballot);

const contest = (changes: Partial<Contest> = {}): Contest => ({
  candidates: ['A', 'B', 'C', 'RON'],
  ron: 'RON',
  seats: 1,
  seed: 'north wind',
  ...changes,
});

const votesAt = ({ candidates, stages }: Count, stage: number): Readonly<Record<string, string>> =>
  Object.fromEntries(candidates.map((name, place) => [name, formatVotes(stages[stage - 1]?.votes[place] ?? -1)]));

describe('a count', () => {
  it('of two seats with one surplus gives the figures of the domain’s first example', () => {
    const ballots = [
      ...times(40, 'A', 'B'),
      ...times(22, 'C'),
      ...times(20, 'B', 'C'),
      ...times(12, 'A', 'C', 'B'),
      ...times(6, 'RON'),
    ];
    const count = countBallots(ballots, contest({ seats: 2 }));
    expect([count.valid, formatVotes(count.quota), count.elected, count.reopened]).toEqual([
      100,
      '34.00000',
      ['A', 'B'],
      0,
    ]);
    expect(votesAt(count, 1)).toEqual({ A: '52.00000', B: '20.00000', C: '22.00000', RON: '6.00000' });
    expect(votesAt(count, 2)).toEqual({ A: '34.00000', B: '33.84600', C: '26.15380', RON: '6.00000' });
    expect(formatVotes(count.stages[1]?.lost ?? -1)).toBe('0.00020');
    expect(votesAt(count, 4)['B']).toBe('37.99980');
    expect(count.stages.map(({ kind, from }) => [kind, from])).toEqual([
      ['FIRST_PREFERENCES', undefined],
      ['SURPLUS', 'A'],
      ['EXCLUSION', 'RON'],
      ['EXCLUSION', 'C'],
    ]);
  });

  it('reopens the seat when re-open nominations wins, as in the second example', () => {
    const ballots = [...times(45, 'RON'), ...times(30, 'A', 'RON'), ...times(25, 'B', 'RON', 'A')];
    const count = countBallots(ballots, contest({ candidates: ['A', 'B', 'RON'] }));
    expect([formatVotes(count.quota), count.elected, count.reopened]).toEqual(['51.00000', [], 1]);
    expect(votesAt(count, 2)).toEqual({ A: '30.00000', B: '0.00000', RON: '70.00000' });
  });

  it('reopens every seat not yet filled when re-open nominations wins one of several', () => {
    const count = countBallots([...times(40, 'A'), ...times(35, 'RON'), ...times(25, 'B')], contest({ seats: 2 }));
    expect([count.elected, count.reopened]).toEqual([['A'], 1]);
  });

  it.each([
    ['no ballot', []],
    ['blank ballots alone', times(3)],
  ] as const)('of %s elects nobody and reopens every seat', (_name, ballots) => {
    const count = countBallots(ballots, contest({ seats: 2 }));
    expect([count.valid, count.blank, count.elected, count.reopened]).toEqual([0, ballots.length, [], 2]);
  });

  it('elects everybody when there are as many seats as candidates, and more', () => {
    const candidates = ['A', 'B'];
    for (const seats of [2, 3]) {
      const count = countBallots(times(1, 'A'), { candidates, seats, seed: 'x' });
      expect(count.elected).toEqual(['A', 'B']);
    }
  });

  it('of one ballot elects its first preference', () => {
    expect(countBallots(times(1, 'C', 'A'), contest()).elected).toEqual(['C']);
  });

  it('with a tie of three at the first stage draws a lot that everybody can draw again', () => {
    const ballots = [...times(2, 'A'), ...times(2, 'B'), ...times(2, 'C')];
    const draw = (seed: string) => countBallots(ballots, { candidates: ['A', 'B', 'C'], seats: 1, seed });
    const [, first] = draw('north wind').stages;
    expect(first?.tie).toEqual({ between: ['A', 'B', 'C'], chosen: first?.from, decidedAtStage: undefined });
    expect(draw('north wind')).toEqual(draw('north wind'));
    expect(new Set(Array.from({ length: 40 }, (_, n) => draw(`${n}`).elected[0])).size).toBe(3);
  });

  it('decides a tie between two surpluses by the most recent stage at which they differed', () => {
    // At stage 1 A leads B and neither is elected; the exclusion of C brings both to the same votes.
    const ballots = [...times(20, 'A', 'D'), ...times(18, 'B', 'D'), ...times(4, 'C', 'A'), ...times(6, 'C', 'B')];
    const rest = [...times(19, 'D'), ...times(17, 'E')];
    const count = countBallots([...ballots, ...rest], { candidates: ['A', 'B', 'C', 'D', 'E'], seats: 3, seed: 'x' });
    const surpluses = count.stages.filter(({ kind }) => kind === 'SURPLUS');
    expect(surpluses[0]?.from).toBe('A');
    const tied = count.stages.find(({ tie }) => tie !== undefined);
    expect(tied?.tie).toEqual({ between: ['A', 'B'], chosen: 'A', decidedAtStage: 1 });
  });

  it('passes over who withdrew, as if they had never stood', () => {
    const ballots = [...times(5, 'A', 'B'), ...times(4, 'C'), ...times(1, 'A')];
    const count = countBallots(ballots, contest({ withdrawn: ['A'] }));
    expect([count.elected, count.valid, count.blank, count.candidates]).toEqual([['B'], 9, 1, ['B', 'C', 'RON']]);
  });

  it.each([
    ['names somebody twice', ['A', 'B', 'A']],
    ['names somebody who does not stand', ['A', 'Z']],
  ])('refuses a ballot that %s, and says which', (_name, ballot) => {
    const refused = () => countBallots([['A'], ballot], contest());
    expect(refused).toThrow(InvalidBallotError);
    expect(refused).toThrow('Ballot 1');
  });

  it.each([
    ['no seat', { seats: 0 }],
    ['half a seat', { seats: 1.5 }],
    ['a name twice', { candidates: ['A', 'A', 'RON'] }],
    ['re-open nominations that does not stand', { ron: 'Nobody' }],
    ['the withdrawal of re-open nominations', { withdrawn: ['RON'] }],
    ['the withdrawal of a stranger', { withdrawn: ['Z'] }],
  ])('refuses a contest with %s', (_name, changes) => {
    expect(() => countBallots([], contest(changes))).toThrow(InvalidContestError);
  });
});
