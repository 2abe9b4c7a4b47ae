import { describe, expect, it } from '@jest/globals';
import { daysOf, inWords, monthLater, monthOf, weeksOf } from './month.js';

describe('a month of the calendar', () => {
  it('stands in weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([...Array.from({ length: 6 }, () => undefined), '2026-11-01']);
    expect(weeks).toHaveLength(6);
    expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeksOf('2027-02')).toHaveLength(4);
  });

  it('has every day once, also in leap years', () => {
    expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
    for (const month of ['2026-01', '2026-04', '2026-12', '2027-02'])
      expect(
        weeksOf(month)
          .flat()
          .filter((day) => day !== undefined),
      ).toEqual(daysOf(month));
  });

  it('is followed by the next, over the turn of the year', () => {
    expect([monthLater('2026-12', 1), monthLater('2026-01', -1), monthLater('2026-05', 0)]).toEqual([
      '2027-01',
      '2025-12',
      '2026-05',
    ]);
  });

  it('is read from an address only when it is one', () => {
    expect(['2026-11', '2026-13', '26-1', 7, undefined].map(monthOf)).toEqual([
      '2026-11',
      ...Array.from({ length: 4 }),
    ]);
  });

  it('is named in the reader’s language', () => {
    expect(inWords('2026-11-01', 'en', { month: 'long', year: 'numeric' })).toBe('November 2026');
    expect(inWords('2026-11-01', 'zh-CN', { month: 'long', year: 'numeric' })).toBe('2026年11月');
  });
});
