import { describe, expect, test } from '@jest/globals';
import { parseId } from '@guildhall/kernel';
import { fixedId, fixedRandomId } from './fixed-id.js';
import { randomStream } from './random-stream.js';

describe('a stream of chance', () => {
  test('repeats itself for the same label and differs for another', () => {
    const sequence = (label: string) => {
      const random = randomStream(label);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(sequence('members')).toEqual(sequence('members'));
    expect(sequence('members')).not.toEqual(sequence('groups'));
  });

  test('is even, and keeps the bounds and weights it is given', () => {
    const random = randomStream('even');
    const draws = Array.from({ length: 20_000 }, () => random.between(1, 6));
    for (const face of [1, 2, 3, 4, 5, 6])
      expect(Math.abs(draws.filter((value) => value === face).length - 3_333)).toBeLessThan(250);
    const heavy = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['heavy', 3],
        ['light', 1],
        ['never', 0],
      ]),
    );
    expect(heavy).not.toContain('never');
    expect(Math.abs(heavy.filter((entry) => entry === 'heavy').length - 7_500)).toBeLessThan(250);
  });

  test('shuffles without losing anything or touching the original', () => {
    const original = Array.from({ length: 100 }, (_, index) => index);
    const shuffled = randomStream('shuffle').shuffle(original);
    expect(shuffled).not.toEqual(original);
    expect([...shuffled].sort((one, other) => one - other)).toEqual(original);
  });

  test('refuses to pick from nothing', () => {
    expect(() => randomStream('empty').pick([])).toThrow(RangeError);
    expect(() => randomStream('empty').weighted([])).toThrow(RangeError);
  });

  test('makes ids that are valid, bear their time, and are named ones for ever', () => {
    const at = new Date('2026-03-01T12:00:00.123Z');
    const id = randomStream('ids').idAt<'Member'>(at);
    expect(parseId<'Member'>(id)).toBe(id);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at.getTime());
    expect(randomStream('ids').randomId<'Case'>()[14]).toBe('4');
    expect([fixedId('member/ada'), fixedRandomId('case/ada')]).toEqual([
      fixedId('member/ada'),
      fixedRandomId('case/ada'),
    ]);
  });
});
