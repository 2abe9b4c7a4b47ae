import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kFor } from './k-for.js';
import { suppress } from './suppress.js';

const cell = fc.record({ value: fc.nat(5_000), people: fc.nat(60), structural: fc.boolean() });
const threshold = fc.integer({ min: 2, max: 40 });
const shown = { value: 12, suppressed: false };
const hidden = { value: null, suppressed: true, reason: 'BELOW_THRESHOLD' };

describe('primary suppression', () => {
  test('a cell of fewer than k people never shows its value', () => {
    fc.assert(
      fc.property(fc.array(cell), threshold, (cells, k) => {
        suppress(cells, k).forEach((figure, index) => {
          const people = cells[index]?.people ?? 0;
          if (people > 0 && people < k) expect(figure).toEqual(hidden);
        });
      }),
    );
  });

  test('a suppressed figure never equals zero and a shown figure is exactly what was counted', () => {
    fc.assert(
      fc.property(fc.array(cell), threshold, (cells, k) => {
        suppress(cells, k).forEach((figure, index) => {
          if (figure.suppressed) expect(figure.value).toBeNull();
          else expect(figure.value).toBe(cells[index]?.value);
        });
      }),
    );
  });

  test('raising k never reveals a cell that a lower k hides', () => {
    fc.assert(
      fc.property(fc.array(cell), threshold, threshold, (cells, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const strict = suppress(cells, high);
        suppress(cells, low).forEach((figure, index) => {
          if (figure.suppressed) expect(strict[index]?.suppressed).toBe(true);
        });
      }),
    );
  });

  test('twelve registrations of two people are hidden, twelve of five are shown', () => {
    expect(
      suppress(
        [
          { value: 12, people: 2 },
          { value: 12, people: 5 },
        ],
        5,
      ),
    ).toEqual([hidden, shown]);
  });

  test('a counted zero is hidden and a structural zero is shown', () => {
    const cells = [
      { value: 0, people: 0 },
      { value: 0, people: 0, structural: true },
    ];
    expect(suppress(cells, 5)).toEqual([hidden, { value: 0, suppressed: false }]);
  });

  test('a cell that is called structural but holds something is hidden', () => {
    expect(
      suppress(
        [
          { value: 3, people: 0, structural: true },
          { value: 3, people: 1, structural: true },
        ],
        5,
      ),
    ).toEqual([hidden, hidden]);
  });

  test('a cell keeps its place in the table and loses the number of people', () => {
    expect(suppress([{ week: '2026-W40', kind: 'SPORT', value: 12, people: 9 }], 5)).toEqual([
      { week: '2026-W40', kind: 'SPORT', ...shown },
    ]);
  });

  test('a threshold that protects nobody and an impossible number of people are refused', () => {
    expect(() => suppress([], 1)).toThrow(RangeError);
    expect(() => suppress([], Number.NaN)).toThrow(RangeError);
    expect(() => suppress([{ value: 1, people: -1 }], 5)).toThrow(RangeError);
    expect(() => suppress([{ value: 1, people: Number.NaN }], 5)).toThrow(RangeError);
  });
});

describe('thresholds', () => {
  test('operational use needs 5 people, analysts and the public 10', () => {
    expect([kFor('OPERATIONAL'), kFor('ANALYST'), kFor('PUBLIC')]).toEqual([5, 10, 10]);
  });
});
