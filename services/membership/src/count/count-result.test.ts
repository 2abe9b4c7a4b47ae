import { describe, expect, it } from '@jest/globals';
import type { CandidateId, CandidateStatus } from '../candidate/candidate.js';
import type { ContestId } from '../contest/contest.js';
import { countTaskOf, isStillCounted, passedOverOf, type Countable, type CountResult } from './count-result.js';
import { publishedBallots } from './published-ballots.js';

const id = (name: string) => name as CandidateId;
const line = (name: string, status: CandidateStatus | undefined) => ({
  id: id(name),
  name: name.toUpperCase(),
  isReopen: status === undefined,
  status,
});

const countable: Countable = {
  contestId: 'contest' as ContestId,
  seats: 2,
  seed: 'north wind',
  rulesVersion: 1,
  paper: [
    line('a', 'STANDING'),
    line('b', 'WITHDRAWN'),
    line('c', 'DISQUALIFIED'),
    line('d', 'ELECTED'),
    line('ron', undefined),
  ],
  ballots: [
    { ballot: ['b', 'a'], papers: 6 },
    { ballot: ['ron'], papers: 4 },
  ],
  spoilt: 3,
};

const result: CountResult = {
  contestId: countable.contestId,
  countNumber: 1,
  countedAt: new Date('2026-10-01T12:00:00Z'),
  seats: 2,
  valid: 10,
  blank: 0,
  spoilt: 3,
  candidates: ['a', 'd', 'ron'].map(id),
  passedOver: ['b', 'c'].map(id),
  elected: [],
  stages: [],
  turnoutParts: [],
};

describe('what is counted of a contest', () => {
  it('passes over who stood down or was taken out, and nobody else', () => {
    expect(passedOverOf(countable.paper)).toEqual(['b', 'c']);
    expect(countTaskOf(countable)).toEqual({
      candidates: ['a', 'b', 'c', 'd', 'ron'],
      ron: 'ron',
      withdrawn: ['b', 'c'],
      seats: 2,
      seed: 'north wind',
      ballots: countable.ballots,
    });
  });

  it.each([
    ['was never counted', undefined, false],
    ['was counted so', result, true],
    ['was counted with one more standing', { ...result, passedOver: [id('b')] }, false],
    ['was counted for other seats', { ...result, seats: 1 }, false],
  ])('is counted unless it %s', (_name, last, isStill) => {
    expect(isStillCounted(last, countable)).toBe(isStill);
  });
});

describe('the ballots of a contest', () => {
  it('are published from ten on, those that could not be read not among them', () => {
    expect(publishedBallots(countable, 'President')).toBe(
      ['5 2', '-2', '-3', '6 2 1 0', '4 5 0', '0', '"A"', '"B"', '"C"', '"D"', '"RON"', '"President"', ''].join('\n'),
    );
    const fewer = { ...countable, ballots: [{ ballot: ['a'], papers: 9 }] };
    expect(publishedBallots(fewer, 'President')).toBeUndefined();
  });
});
