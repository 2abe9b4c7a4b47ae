import { describe, expect, it } from '@jest/globals';
import { safeFigures } from './referral-figures.js';

const some = { value: 20, people: 20 };
const counted = (...values: readonly number[]) => ({
  received: some,
  late: { value: 2, people: 2 },
  medianDays: some,
  answers: (['AGREE', 'PARTLY', 'DECLINE', 'REDIRECT'] as const).map((decision, index) => ({
    decision,
    value: values[index] ?? 0,
    people: values[index] ?? 0,
  })),
});
const shown = (...values: readonly number[]) =>
  safeFigures(counted(...values), { since: new Date(0), threshold: 5 }).answers.map(({ value }) => value);

describe('the figures of a department', () => {
  it('hide what stands for fewer students than the threshold', () => {
    expect(shown(5, 6, 4, 0)).toEqual([5, 6, null, null]);
    expect(safeFigures(counted(5, 5, 5, 5), { since: new Date(0), threshold: 5 }).late).toEqual({
      value: null,
      suppressed: true,
      reason: 'BELOW_THRESHOLD',
    });
  });

  it('never hide one decision alone, which could be found by subtraction', () => {
    expect(shown(9, 6, 7, 1)).toEqual([9, null, 7, null]);
    expect(shown(9, 6, 7, 8)).toEqual([9, 6, 7, 8]);
  });
});
