import { describe, expect, test } from '@jest/globals';
import { randomStream } from './random-stream.js';
import { committeeYear, lastWelcome, seasonalInstant, welcomeFortnight } from './season.js';

describe('the seasons of the demo union', () => {
  test('the welcome fortnight begins on the first Monday from 15 September, in every year', () => {
    for (let year = 2015; year < 2045; year += 1) {
      const { from, to } = welcomeFortnight(year);
      expect([from.getUTCDay(), from.getUTCMonth(), from.getUTCDate() >= 15 && from.getUTCDate() <= 21]).toEqual([
        1,
        8,
        true,
      ]);
      expect(to.getTime() - from.getTime()).toBe(14 * 86_400_000);
    }
  });

  test('the last welcome is over, also while the next one runs', () => {
    expect(lastWelcome(new Date('2026-09-25T00:00:00Z')).from).toEqual(new Date('2025-09-15T00:00:00Z'));
    expect(lastWelcome(new Date('2026-12-25T00:00:00Z')).from).toEqual(new Date('2026-09-21T00:00:00Z'));
  });

  test('a committee year begins on 1 June', () => {
    expect(committeeYear(new Date('2027-05-31T23:59:59Z')).from).toEqual(new Date('2026-06-01T00:00:00Z'));
    expect(committeeYear(new Date('2027-06-01T00:00:00Z')).from).toEqual(new Date('2027-06-01T00:00:00Z'));
  });

  test('an instant stays in its span and avoids months in which nothing happens', () => {
    const random = randomStream('season');
    const span = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
    for (let draw = 0; draw < 500; draw += 1) {
      const at = seasonalInstant(random, span, [0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
      expect([2, 3]).toContain(at.getUTCMonth());
    }
  });
});
