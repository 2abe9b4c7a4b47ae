import { describe, expect, it } from '@jest/globals';
import { dueAfter, nextLookAt } from './reaffiliation.js';

const at = (text: string): Date => new Date(text);
const due = (text: string, zone = 'UTC'): string => dueAfter(at(text), zone).toISOString();

describe('when a group affiliates again', () => {
  it('by the end of the next October, unless that is too near', () => {
    expect(due('2026-03-01T00:00:00Z')).toBe('2026-11-01T00:00:00.000Z');
    expect(due('2026-07-02T00:00:00Z')).toBe('2026-11-01T00:00:00.000Z');
    expect(due('2026-07-04T00:00:00Z')).toBe('2027-11-01T00:00:00.000Z');
    expect(due('2026-10-15T00:00:00Z')).toBe('2027-11-01T00:00:00.000Z');
    expect(due('2026-12-31T23:59:59Z')).toBe('2027-11-01T00:00:00.000Z');
  });

  it('at midnight where the campus is', () => {
    expect(due('2026-03-01T00:00:00Z', 'Asia/Shanghai')).toBe('2026-10-31T16:00:00.000Z');
    expect(due('2026-03-01T00:00:00Z', 'America/New_York')).toBe('2026-11-01T04:00:00.000Z');
    expect(due('2026-03-01T00:00:00Z', 'Europe/London')).toBe('2026-11-01T00:00:00.000Z');
  });

  it('is looked at when its window opens, a week before it closes, and when it is over', () => {
    const end = at('2026-11-01T00:00:00Z');
    const look = (text: string): string => nextLookAt(end, at(text)).toISOString();
    expect(look('2026-06-01T00:00:00Z')).toBe('2026-10-01T00:00:00.000Z');
    expect(look('2026-10-01T00:00:00Z')).toBe('2026-10-25T00:00:00.000Z');
    expect(look('2026-10-25T00:00:00Z')).toBe('2026-11-01T00:00:00.000Z');
  });
});
