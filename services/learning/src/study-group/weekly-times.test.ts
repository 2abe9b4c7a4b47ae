import { describe, expect, it } from '@jest/globals';
import { endOfDay, occurrencesOf } from './weekly-times.js';

const zone = 'Europe/London';
const starts = (times: Parameters<typeof occurrencesOf>[0], after: string, until: string) =>
  occurrencesOf(times, { after: new Date(after), until: new Date(until), zone }).map(({ startsAt }) =>
    startsAt.toISOString(),
  );

describe('weekly times', () => {
  it('stay at their hour on campus when the clocks change', () => {
    const monday = [{ weekday: 1, startsAt: '18:00', minutes: 90 }];
    expect(starts(monday, '2026-10-19T00:00:00.000Z', '2026-10-27T00:00:00.000Z')).toEqual([
      '2026-10-19T17:00:00.000Z',
      '2026-10-26T18:00:00.000Z',
    ]);
  });

  it('begin after the first instant and no later than the last, each once and in order', () => {
    const times = [
      { weekday: 2, startsAt: '09:00', minutes: 60 },
      { weekday: 1, startsAt: '09:00', minutes: 60 },
      { weekday: 1, startsAt: '09:00', minutes: 30 },
    ];
    expect(starts(times, '2026-11-02T09:00:00.000Z', '2026-11-09T09:00:00.000Z')).toEqual([
      '2026-11-03T09:00:00.000Z',
      '2026-11-09T09:00:00.000Z',
    ]);
    expect(starts(times, '2026-11-02T09:00:00.000Z', '2026-11-02T10:00:00.000Z')).toEqual([]);
  });

  it('are over with the day on campus, and no day is not one', () => {
    expect(endOfDay('2026-10-25', zone)?.toISOString()).toBe('2026-10-26T00:00:00.000Z');
    expect(endOfDay('2026-07-01', zone)?.toISOString()).toBe('2026-07-01T23:00:00.000Z');
    for (const text of ['2026-02-30', 'soon', '']) expect(endOfDay(text, zone)).toBeUndefined();
  });
});
