import { describe, expect, it } from '@jest/globals';
import { formatInstant } from './format-instant.js';

const instant = '2026-07-01T23:30:00.000Z';
const later = Date.parse('2027-02-01T00:00:00.000Z');
const sameYear = Date.parse('2026-02-01T00:00:00.000Z');

describe('an instant', () => {
  it('is shown in the campus zone, on the campus day, in 24 hours', () => {
    expect(
      formatInstant(instant, { language: 'en', zone: 'Europe/London', show: 'day-and-time', nowMs: later }),
    ).toMatch(/^Thu,? 2 Jul 2026, 00:30$/);
    expect(formatInstant(instant, { language: 'en', zone: 'America/New_York', show: 'time', nowMs: later })).toBe(
      '19:30',
    );
  });

  it('is written as Chinese readers write it', () => {
    expect(formatInstant(instant, { language: 'zh-CN', zone: 'Asia/Shanghai', show: 'day', nowMs: later })).toBe(
      '2026年7月2日周四',
    );
  });

  it('leaves out the year that it is on campus', () => {
    expect(formatInstant(instant, { language: 'en', zone: 'Europe/London', show: 'day', nowMs: sameYear })).toMatch(
      /^Thu,? 2 Jul$/,
    );
    const newYear = '2026-12-31T23:30:00.000Z';
    const show = { language: 'zh-CN', show: 'day', nowMs: later } as const;
    expect(formatInstant(newYear, { ...show, zone: 'Asia/Shanghai' })).toBe('1月1日周五');
    expect(formatInstant(newYear, { ...show, zone: 'Europe/London' })).toBe('2026年12月31日周四');
  });

  it.each([
    [20 * 60_000, 'in 20 minutes'],
    [-3 * 3_600_000, '3 hours ago'],
    [3 * 86_400_000, 'in 3 days'],
  ])('%i ms away says so', (distanceMs, words) => {
    const nowMs = Date.parse(instant) - distanceMs;
    expect(
      formatInstant(instant, { language: 'en', zone: 'Europe/London', show: 'time', nowMs, isRelative: true }),
    ).toBe(`00:30 (${words})`);
  });

  it.each([
    ['2026-11-22T11:00:00.000Z', '2026-11-24T23:59:00.000Z', 'in 2 days'],
    ['2026-11-22T23:30:00.000Z', '2026-11-24T00:00:00.000Z', 'in 2 days'],
    ['2026-11-22T11:00:00.000Z', '2026-11-23T23:59:00.000Z', 'tomorrow'],
    ['2026-11-22T11:00:00.000Z', '2026-11-10T00:30:00.000Z', '12 days ago'],
    ['2026-03-28T12:00:00.000Z', '2026-03-30T22:59:00.000Z', 'in 2 days'],
  ])('counts days as the calendar on campus does: from %s to %s', (now, at, words) => {
    const format = { language: 'en', zone: 'Europe/London', show: 'day', isRelative: true } as const;
    expect(formatInstant(at, { ...format, nowMs: Date.parse(now) })).toContain(`(${words})`);
  });
});
