import { describe, expect, it } from '@jest/globals';
import { busyMonths } from './busy-months.js';

const at = (startsAt: string, isOpen = true) => ({ startsAt, isOpen });
const place = { zone: 'Europe/London', language: 'en' };
const shown = (...activities: readonly ReturnType<typeof at>[]) =>
  busyMonths(activities, place).map(({ key, label, figure }) => [key, label, figure.value]);

describe('the busy months of a group', () => {
  it('are counted on campus, with the empty ones between, over the end of a year', () => {
    expect(
      shown(
        at('2027-01-09T10:00:00.000Z'),
        at('2026-10-31T23:30:00.000Z'),
        at('2026-10-02T10:00:00.000Z'),
        at('2026-11-02T10:00:00.000Z', false),
      ),
    ).toEqual([
      ['2026-10', 'Oct', 2],
      ['2026-11', 'Nov', 0],
      ['2026-12', 'Dec', 0],
      ['2027-01', 'Jan', 1],
    ]);
  });

  it('are the last twelve, and none where nothing took place', () => {
    expect(shown(at('2025-01-09T10:00:00.000Z'), at('2026-06-09T10:00:00.000Z'))).toHaveLength(12);
    expect(shown(at('2026-06-09T10:00:00.000Z', false))).toEqual([]);
  });
});
