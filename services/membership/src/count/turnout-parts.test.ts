import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toldParts, type TurnoutPart } from './turnout-parts.js';

const part = (faculty: string, electorate: number, cast: number): TurnoutPart => ({ faculty, electorate, cast });

const names = ['', 'Arts', 'Business', 'Engineering', 'Law', 'Medicine', 'Science'];
const parts = fc
  .uniqueArray(
    fc.record({
      faculty: fc.constantFrom(...names),
      electorate: fc.nat(60),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { selector: ({ faculty }) => faculty },
  )
  .map((found) =>
    found.map(({ faculty, electorate, share }) => part(faculty, electorate, Math.round(electorate * share))),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('turnout by faculty', () => {
  it('tells every faculty, the largest first, where all are large', () => {
    expect(toldParts([part('Arts', 120, 40), part('Law', 400, 90), part('Science', 120, 30)], 10)).toEqual([
      part('Law', 400, 90),
      part('Arts', 120, 40),
      part('Science', 120, 30),
    ]);
  });

  it('leaves out a second faculty where one alone could be found by taking the others from the total', () => {
    const found = toldParts([part('Arts', 120, 40), part('Law', 400, 90), part('Science', 15, 6)], 10);
    expect(found).toEqual([part('Law', 400, 90)]);
  });

  it.each([
    ['nobody voted', part('Arts', 100, 0)],
    ['everybody voted', part('Arts', 100, 100)],
    ['nine voted', part('Arts', 100, 9)],
    ['all but nine voted', part('Arts', 100, 91)],
    ['no faculty is known', part('', 100, 50)],
  ])('never tells that %s', (_name, small) => {
    expect(toldParts([small, part('Law', 400, 90), part('Science', 300, 100)], 10)).toEqual([part('Law', 400, 90)]);
  });

  it('never lets a figure of fewer than ten people be told or computed', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const told = toldParts(given, 10);
        const left = given.filter((one) => !told.includes(one));
        const rest = part('rest', sum(left.map((one) => one.electorate)), sum(left.map((one) => one.cast)));
        for (const { electorate, cast } of left.length === 0 || told.length === 0 ? told : [...told, rest]) {
          expect(cast).toBeGreaterThanOrEqual(10);
          expect(electorate - cast).toBeGreaterThanOrEqual(10);
        }
        if (told.length > 0) expect(left).not.toHaveLength(1);
      }),
    );
  });
});
