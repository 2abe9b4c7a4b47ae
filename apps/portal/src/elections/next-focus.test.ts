import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { choose, noChoice, type ChoiceAction } from './ballot-choice.js';
import { nextFocus } from './next-focus.js';

const standing = ['bea', 'chi', 'dai', 'ron'];
const focusAfter = (ranking: readonly string[], action: ChoiceAction) => {
  const before = { ranking };
  return nextFocus(action, { before, after: choose(before, action, standing) }, standing);
};

describe('the focus on a ballot paper', () => {
  it.each([
    [
      'goes on to the next candidate to add',
      [],
      { kind: 'ADD', candidateId: 'bea' },
      { does: 'ADD', candidateId: 'chi' },
    ],
    [
      'begins again above after the last',
      ['chi'],
      { kind: 'ADD', candidateId: 'ron' },
      { does: 'ADD', candidateId: 'bea' },
    ],
    [
      'goes to the ranking when everybody is ranked',
      ['bea', 'chi', 'dai'],
      { kind: 'ADD', candidateId: 'ron' },
      { does: 'REMOVE', candidateId: 'ron' },
    ],
    [
      'goes to who took the place of one taken out',
      ['bea', 'chi', 'dai'],
      { kind: 'REMOVE', candidateId: 'chi' },
      { does: 'REMOVE', candidateId: 'dai' },
    ],
    [
      'goes to the one before when the last is taken out',
      ['bea', 'chi'],
      { kind: 'REMOVE', candidateId: 'chi' },
      { does: 'REMOVE', candidateId: 'bea' },
    ],
    [
      'goes back to adding when nobody is left',
      ['bea'],
      { kind: 'REMOVE', candidateId: 'bea' },
      { does: 'ADD', candidateId: 'bea' },
    ],
    [
      'stays with whoever moves',
      ['bea', 'chi'],
      { kind: 'UP', candidateId: 'chi' },
      { does: 'UP', candidateId: 'chi' },
    ],
    ['is left alone by a blank ballot', ['bea'], { kind: 'BLANK' }, undefined],
  ] as const)('%s', (_what, ranking, action, expected) => {
    expect(focusAfter(ranking, action)).toEqual(expected);
  });

  it('is always on a button that is there', () => {
    const kinds = fc.constantFrom('ADD', 'REMOVE', 'UP', 'DOWN');
    const press = fc.record({ kind: kinds, candidateId: fc.constantFrom(...standing) });
    fc.assert(
      fc.property(fc.shuffledSubarray(standing), press, (ranking, action) => {
        fc.pre((action.kind === 'ADD') !== ranking.includes(action.candidateId));
        const before = { ...noChoice, ranking };
        const after = choose(before, action, standing);
        const focus = nextFocus(action, { before, after }, standing);
        expect(after.ranking.includes(focus?.candidateId ?? '')).toBe(focus?.does !== 'ADD');
      }),
    );
  });
});
