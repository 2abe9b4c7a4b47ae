import { describe, expect, it } from '@jest/globals';
import { afterQuietHours, isMailAddress, nextAttempt } from './mail-rules.js';

const zone = 'Europe/London';
const night = { quietFrom: 21, quietUntil: 8 };
const after = (at: string, hours = night) => afterQuietHours(new Date(at), hours, zone).toISOString();

describe('quiet hours', () => {
  it('let mail through by day and hold it until they end by night, also past midnight', () => {
    expect(after('2026-10-05T11:20:00.000Z')).toBe('2026-10-05T11:20:00.000Z');
    expect(after('2026-10-05T20:30:00.000Z')).toBe('2026-10-06T07:00:00.000Z');
    expect(after('2026-10-06T01:00:00.000Z')).toBe('2026-10-06T07:00:00.000Z');
    expect(after('2026-10-05T12:00:00.000Z', { quietFrom: 9, quietUntil: 17 })).toBe('2026-10-05T16:00:00.000Z');
  });

  it('end by the clock of the campus on the nights on which clocks change', () => {
    expect(after('2026-10-24T23:30:00.000Z')).toBe('2026-10-25T08:00:00.000Z');
    expect(after('2027-03-27T23:30:00.000Z')).toBe('2027-03-28T07:00:00.000Z');
  });

  it('are none when they end in the hour in which they begin', () => {
    expect(after('2026-10-05T02:00:00.000Z', { quietFrom: 8, quietUntil: 8 })).toBe('2026-10-05T02:00:00.000Z');
  });
});

describe('a mail address', () => {
  it('is one address and nothing else', () => {
    for (const text of ['ada@example.org', 'a.b+c@uni.example.ac.uk']) expect(isMailAddress(text)).toBe(true);
    for (const text of ['', 'nobody', 'a@b', 'a b@example.org', 'a@example.org, c@example.org', '<a@example.org>'])
      expect(isMailAddress(text)).toBe(false);
  });
});

describe('mail that could not be handed over', () => {
  it('is tried again after one, two, four minutes', () => {
    const now = new Date('2026-10-05T09:00:00.000Z');
    const minutes = [1, 2, 3].map((attempts) => (nextAttempt(attempts, now).getTime() - now.getTime()) / 60_000);
    expect(minutes).toEqual([1, 2, 4]);
  });
});
