import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { academicYear } from './academic-year.js';

describe('the academic year', () => {
  it.each([
    ['Europe/London', '2025-07-31T23:00:00.000Z', '2026-07-31T23:00:00.000Z'],
    ['UTC', '2025-08-01T00:00:00.000Z', '2026-08-01T00:00:00.000Z'],
    ['Asia/Kolkata', '2025-07-31T18:30:00.000Z', '2026-07-31T18:30:00.000Z'],
    ['Pacific/Auckland', '2025-07-31T12:00:00.000Z', '2026-07-31T12:00:00.000Z'],
    ['America/New_York', '2025-08-01T04:00:00.000Z', '2026-08-01T04:00:00.000Z'],
    ['America/St_Johns', '2025-08-01T02:30:00.000Z', '2026-08-01T02:30:00.000Z'],
  ])('runs from 1 August to 1 August, midnight in %s', (zone, from, to) => {
    const year = { startsIn: 2025, from: new Date(from), to: new Date(to) };
    expect(academicYear(2025, new Date(0), zone)).toEqual(year);
    expect(academicYear(undefined, new Date(from), zone)).toEqual(year);
    expect(academicYear(undefined, new Date(new Date(to).getTime() - 1), zone)).toEqual(year);
    expect(academicYear(undefined, new Date(to), zone).startsIn).toBe(2026);
    expect(academicYear(undefined, new Date(new Date(from).getTime() - 1), zone).startsIn).toBe(2024);
  });

  it('does not move when the clocks change, nor with the new calendar year', () => {
    const instants = [
      '2026-10-25T00:59:59Z',
      '2026-10-25T01:00:00Z',
      '2026-12-31T23:59:59Z',
      '2027-01-01T00:00:00Z',
      '2027-03-28T00:59:59Z',
      '2027-03-28T01:00:00Z',
    ];
    for (const instant of instants)
      expect(academicYear(undefined, new Date(instant), 'Europe/London').startsIn).toBe(2026);
  });

  it('holds every instant in exactly one year', () => {
    const zones = fc.constantFrom('Europe/London', 'Pacific/Fiji', 'Pacific/Pago_Pago', 'Australia/Lord_Howe');
    const instants = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        const { startsIn, from, to } = academicYear(undefined, now, zone);
        expect(from <= now && now < to).toBe(true);
        expect(academicYear(startsIn + 1, now, zone).from).toEqual(to);
      }),
    );
  });
});
