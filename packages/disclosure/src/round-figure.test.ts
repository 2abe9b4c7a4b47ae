import { describe, expect, test } from '@jest/globals';
import { roundFigure } from './round-figure.js';

describe('rounding', () => {
  test('goes to the nearest multiple, and keeps only what was shown', () => {
    expect(roundFigure({ value: 12, suppressed: false }, 5)).toEqual({ value: 10, suppressed: false });
    expect(roundFigure({ value: 13, suppressed: false }, 5)).toEqual({ value: 15, suppressed: false });
    expect(roundFigure({ value: 13, suppressed: false }, 1)).toEqual({ value: 13, suppressed: false });
  });

  test('never shows what was suppressed', () => {
    const hidden = { value: null, suppressed: true, reason: 'BELOW_THRESHOLD' } as const;
    expect(roundFigure(hidden, 5)).toEqual(hidden);
  });

  test('refuses a step that rounds nothing', () => {
    expect(() => roundFigure({ value: 1, suppressed: false }, 0)).toThrow(RangeError);
  });
});
