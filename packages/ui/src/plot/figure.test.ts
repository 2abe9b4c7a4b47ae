import { describe, expect, it } from '@jest/globals';
import { measureBars } from './figure.js';

const shown = (key: string, value: number) => ({ key, label: key, figure: { value, suppressed: false } });
const hidden = (key: string, value?: number) => ({
  key,
  label: key,
  figure: { value, suppressed: true, reason: 'BELOW_THRESHOLD' },
});

describe('the bars of a plot', () => {
  it('are as long as their numbers say', () => {
    expect([...measureBars([shown('a', 40), shown('b', 10), shown('c', 0)]).values()]).toEqual([100, 25, 0]);
  });

  it('tell nothing of a withheld number, not even by the length of the others', () => {
    const one = measureBars([shown('a', 40), hidden('b', 1)]);
    const other = measureBars([shown('a', 40), hidden('b', 4_000)]);
    expect([...one]).toEqual([...other]);
  });

  it('bear having nothing to show', () => {
    expect([...measureBars([shown('a', 0), hidden('b')]).values()]).toEqual([0, 18]);
    expect(measureBars([]).size).toBe(0);
  });
});
