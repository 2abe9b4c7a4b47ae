import { describe, expect, it } from '@jest/globals';
import { campusDay, campusInstant } from './campus-instant.js';

describe('a campus day', () => {
  it('begins at midnight of the campus, in summer, in winter and where the clocks change', () => {
    expect(campusInstant('2027-07-01', 'Europe/London')).toBe('2027-06-30T23:00:00.000Z');
    expect(campusInstant('2027-01-01', 'Europe/London')).toBe('2027-01-01T00:00:00.000Z');
    expect(campusInstant('2027-03-28', 'Europe/London', 1)).toBe('2027-03-28T23:00:00.000Z');
    expect(campusInstant('2027-01-01', 'Asia/Shanghai')).toBe('2026-12-31T16:00:00.000Z');
  });

  it('is nothing when there is no such day', () => {
    expect(campusInstant('', 'Europe/London')).toBe('');
    expect(campusInstant('2027-13-01', 'Europe/London')).toBe('');
  });

  it('is known for every instant', () => {
    expect(campusDay(Date.parse('2027-06-30T23:00:00.000Z'), 'Europe/London')).toBe('2027-07-01');
    expect(campusDay(Date.parse('2027-01-01T15:59:59.000Z'), 'Asia/Shanghai')).toBe('2027-01-01');
  });
});
