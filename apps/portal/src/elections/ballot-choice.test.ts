import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ballotsOf, choose, noChoice, stateOf, type Choice, type ChoiceAction } from './ballot-choice.js';

const standing = ['bea', 'chi', 'dai', 'eve', 'ron'];
const after = (...actions: readonly ChoiceAction[]): Choice =>
  actions.reduce((choice, action) => choose(choice, action, standing), noChoice);
const add = (candidateId: string): ChoiceAction => ({ kind: 'ADD', candidateId });

const candidate = fc.constantFrom(...standing, 'nobody who stands');
const press: fc.Arbitrary<ChoiceAction> = fc.oneof(
  fc.record({ kind: fc.constantFrom('ADD', 'REMOVE', 'UP', 'DOWN'), candidateId: candidate }),
  fc.record({ kind: fc.constantFrom('CLEAR', 'BLANK', 'SKIP', 'RANK') }),
);
const presses = fc.array(press, { maxLength: 40 });

describe('a ranking', () => {
  it('begins undecided and takes each candidate as the next preference', () => {
    expect(stateOf(noChoice)).toBe('UNDECIDED');
    expect(after(add('chi'), add('bea'), add('ron'))).toEqual({ ranking: ['chi', 'bea', 'ron'] });
  });

  it('moves one up or down by one place, and stops at both ends', () => {
    const [first, last] = [
      { kind: 'UP', candidateId: 'chi' },
      { kind: 'DOWN', candidateId: 'bea' },
    ] as const;
    expect(after(add('chi'), add('bea'), { kind: 'UP', candidateId: 'bea' }).ranking).toEqual(['bea', 'chi']);
    expect(after(add('chi'), add('bea'), { kind: 'DOWN', candidateId: 'chi' }).ranking).toEqual(['bea', 'chi']);
    expect(after(add('chi'), add('bea'), first, last).ranking).toEqual(['chi', 'bea']);
  });

  it('never holds anybody twice, or anybody who does not stand, whatever is pressed', () => {
    fc.assert(
      fc.property(presses, (actions) => {
        const { ranking } = after(...actions);
        expect(new Set(ranking).size).toBe(ranking.length);
        expect(ranking.filter((id) => !standing.includes(id))).toEqual([]);
      }),
    );
  });

  it('keeps the order of the others when one is moved or taken out', () => {
    fc.assert(
      fc.property(presses, candidate, fc.constantFrom('UP', 'DOWN', 'REMOVE'), (actions, candidateId, kind) => {
        const before = after(...actions);
        const others = ({ ranking }: Choice): readonly string[] => ranking.filter((id) => id !== candidateId);
        expect(others(choose(before, { kind, candidateId }, standing))).toEqual(others(before));
      }),
    );
  });

  it('is as before after one is moved up and down again, but at the top', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(standing, { minLength: 2 }), fc.nat(), (ranking, number) => {
        const before: Choice = { ranking };
        const candidateId = ranking[1 + (number % (ranking.length - 1))] ?? '';
        const up = choose(before, { kind: 'UP', candidateId }, standing);
        expect(choose(up, { kind: 'DOWN', candidateId }, standing)).toEqual(before);
      }),
    );
  });

  it('is still there when the voter thinks better of a blank ballot or of leaving the contest out', () => {
    fc.assert(
      fc.property(presses, fc.constantFrom('BLANK', 'SKIP'), (actions, kind) => {
        const before = after(...actions);
        const back = choose(choose(before, { kind }, standing), { kind: 'RANK' }, standing);
        expect(back.ranking).toEqual(before.ranking);
      }),
    );
  });

  it('takes the place of a blank ballot as soon as somebody is added', () => {
    expect(after({ kind: 'BLANK' }, add('dai'))).toEqual({ ranking: ['dai'] });
  });
});

describe('the ballots of a paper', () => {
  it('are one for each contest that is ranked or blank on purpose, in the order of the contests', () => {
    const choices = {
      welfare: after(add('ron'), add('eve')),
      president: after(add('bea'), { kind: 'BLANK' }),
      council: after(add('dai'), { kind: 'SKIP' }),
    };
    expect(ballotsOf(choices, ['president', 'council', 'welfare', 'rep'])).toEqual([
      { contestId: 'president', preferences: [] },
      { contestId: 'welfare', preferences: ['ron', 'eve'] },
    ]);
  });

  it('hold exactly what is ranked: nothing is cast of what was put aside', () => {
    fc.assert(
      fc.property(presses, (actions) => {
        const choice = after(...actions);
        const [ballot] = ballotsOf({ president: choice }, ['president']);
        expect(ballot?.preferences).toEqual({ RANKED: choice.ranking, BLANK: [] }[stateOf(choice) as string]);
      }),
    );
  });
});
