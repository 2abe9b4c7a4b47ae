import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from './working-days.js';

const london: WorkingCalendar = {
  zone: 'Europe/London',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-04-03', '2026-04-06', '2026-12-25'],
  closures: [{ from: '2026-12-21', to: '2027-01-03' }],
};
const inZone = (zone: string): WorkingCalendar => ({
  zone,
  workingWeekdays: [1, 2, 3, 4, 5, 6, 7],
  holidays: [],
  closures: [],
});
const due = (start: string, days: number, calendar: WorkingCalendar) =>
  addWorkingDays(new Date(start), days, calendar).toISOString();

describe('a deadline in working days', () => {
  test('ends with the last millisecond of the campus day and does not count the day it starts', () => {
    expect(due('2026-11-02T09:00:00Z', 2, london)).toBe('2026-11-04T23:59:59.999Z');
    expect(due('2026-11-02T09:00:00Z', 0, london)).toBe('2026-11-02T23:59:59.999Z');
  });

  test('passes over weekends, holidays and closure weeks', () => {
    expect(due('2026-11-06T17:00:00Z', 1, london)).toBe('2026-11-09T23:59:59.999Z');
    expect(due('2026-04-02T09:00:00Z', 1, london)).toBe('2026-04-07T22:59:59.999Z');
    expect(due('2026-12-18T09:00:00Z', 1, london)).toBe('2027-01-04T23:59:59.999Z');
  });

  test('keeps campus midnight over both changes of daylight saving', () => {
    expect(due('2026-03-27T12:00:00Z', 1, london)).toBe('2026-03-30T22:59:59.999Z');
    expect(due('2026-10-23T12:00:00Z', 1, london)).toBe('2026-10-26T23:59:59.999Z');
    expect(due('2026-03-28T12:00:00Z', 1, inZone('Europe/London'))).toBe('2026-03-29T22:59:59.999Z');
  });

  test('starts on the campus day, which may be another day than in UTC', () => {
    expect(due('2026-11-02T23:30:00Z', 1, inZone('Asia/Shanghai'))).toBe('2026-11-04T15:59:59.999Z');
    expect(due('2026-11-03T03:00:00Z', 1, inZone('America/New_York'))).toBe('2026-11-04T04:59:59.999Z');
  });

  test('ends rightly where clocks change at midnight and where a date does not exist', () => {
    expect(due('2026-09-04T12:00:00Z', 1, inZone('America/Santiago'))).toBe('2026-09-06T03:59:59.999Z');
    expect(due('2026-04-03T12:00:00Z', 1, inZone('America/Santiago'))).toBe('2026-04-05T03:59:59.999Z');
    expect(due('2011-12-28T20:00:00Z', 1, inZone('Pacific/Apia'))).toBe('2011-12-30T09:59:59.999Z');
  });

  test('does not run on a day that a pause touches, and goes on afterwards', () => {
    const paused = {
      ...london,
      pausedSpans: [{ from: new Date('2026-11-03T15:00:00Z'), to: new Date('2026-11-05T10:00:00Z') }],
    };
    expect(due('2026-11-02T09:00:00Z', 2, paused)).toBe('2026-11-09T23:59:59.999Z');
    expect(workingDaysBetween(new Date('2026-11-02T09:00:00Z'), new Date('2026-11-09T12:00:00Z'), paused)).toBe(2);
  });

  test('is not moved by a pause that ends before it begins or exactly at midnight', () => {
    const at = (iso: string) => new Date(iso);
    const empty = { ...london, pausedSpans: [{ from: at('2026-11-04T12:00:00Z'), to: at('2026-11-04T12:00:00Z') }] };
    const untilMidnight = {
      ...london,
      pausedSpans: [{ from: at('2026-11-02T12:00:00Z'), to: at('2026-11-03T00:00:00Z') }],
    };
    expect(due('2026-11-02T09:00:00Z', 2, empty)).toBe('2026-11-04T23:59:59.999Z');
    expect(due('2026-11-02T09:00:00Z', 2, untilMidnight)).toBe('2026-11-04T23:59:59.999Z');
  });

  test('is refused for a negative or fractional number of days and for a calendar without working weekdays', () => {
    expect(() => due('2026-11-02T09:00:00Z', -1, london)).toThrow(RangeError);
    expect(() => due('2026-11-02T09:00:00Z', 1.5, london)).toThrow(RangeError);
    expect(() => due('2026-11-02T09:00:00Z', 1, { ...london, workingWeekdays: [] })).toThrow(RangeError);
    expect(() => due('2026-11-02T09:00:00Z', 1, { ...london, workingWeekdays: [0, 8] })).toThrow(RangeError);
  });
});

describe('working days between two instants', () => {
  const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  const zone = fc.constantFrom(
    'Europe/London',
    'Asia/Shanghai',
    'America/Santiago',
    'Pacific/Auckland',
    'America/St_Johns',
  );
  const days = fc.nat(40);
  const span = fc
    .tuple(instant, fc.nat(20))
    .map(([from, length]) => ({ from, to: new Date(from.getTime() + length * 86_400_000) }));

  test('are exactly the days that a deadline was given', () => {
    fc.assert(
      fc.property(instant, days, zone, fc.array(span, { maxLength: 3 }), (start, count, campus, pausedSpans) => {
        const clock = { ...london, zone: campus, pausedSpans };
        expect(workingDaysBetween(start, addWorkingDays(start, count, clock), clock)).toBe(count);
      }),
    );
  });

  test('never grow when a pause is added, and no pause ever brings a deadline forward', () => {
    fc.assert(
      fc.property(instant, days, span, (start, count, pause) => {
        const plain = addWorkingDays(start, count, london).getTime();
        expect(addWorkingDays(start, count, { ...london, pausedSpans: [pause] }).getTime()).toBeGreaterThanOrEqual(
          plain,
        );
      }),
    );
  });

  test('are none when the second instant is on the same day or earlier', () => {
    expect(workingDaysBetween(new Date('2026-11-02T09:00:00Z'), new Date('2026-11-02T18:00:00Z'), london)).toBe(0);
    expect(workingDaysBetween(new Date('2026-11-09T09:00:00Z'), new Date('2026-11-02T18:00:00Z'), london)).toBe(0);
  });
});
