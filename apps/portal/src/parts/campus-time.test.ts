import { describe, expect, it } from '@jest/globals';
import { fromCampusInput, toCampusInput } from './campus-time.js';

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
