import { describe, expect, it } from '@jest/globals';
import { campusDay, campusInstant, fromCampusInput, toCampusInput } from './campus-time.js';

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

describe('times in forms', () => {
  it.each([
    ['Europe/London', '2026-07-01T18:30', '2026-07-01T17:30:00.000Z'],
    ['Europe/London', '2026-12-01T18:30', '2026-12-01T18:30:00.000Z'],
    ['Asia/Shanghai', '2026-12-01T00:15', '2026-11-30T16:15:00.000Z'],
    ['America/New_York', '2026-11-01T23:00', '2026-11-02T04:00:00.000Z'],
  ])('mean the campus zone %s both ways', (zone, local, instant) => {
    expect(fromCampusInput(local, zone)).toBe(instant);
    expect(toCampusInput(instant, zone)).toBe(local);
  });

  it('are nothing while the field is empty', () => {
    expect(fromCampusInput('', 'Europe/London')).toBeUndefined();
  });
});
