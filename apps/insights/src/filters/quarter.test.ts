import { expect, it } from '@jest/globals';
import { latestQuarter, quarterOf } from './quarter.js';

it('puts every week of an academic year into one of four quarters, from August on', () => {
  const weeks = [
    '2026-07-27',
    '2026-08-03',
    '2026-10-26',
    '2026-11-02',
    '2027-01-25',
    '2027-02-01',
    '2027-04-26',
    '2027-05-03',
    '2027-07-26',
  ];
  expect(weeks.map((week) => quarterOf(week, 2026))).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 4]);
});

it.each([
  ['2026-08-01', 1],
  ['2026-11-22', 1],
  ['2026-11-23', 2],
  ['2027-01-31', 2],
  ['2027-02-21', 2],
  ['2027-02-22', 3],
  ['2027-07-31', 4],
])('begins on %s with quarter %i, the latest with four weeks to show', (day, quarter) => {
  expect(latestQuarter(2026, Date.parse(`${day}T12:00:00Z`))).toBe(quarter);
});
