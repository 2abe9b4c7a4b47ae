import { describe, expect, it } from '@jest/globals';
import { loadBreaches, overlaps, type ShiftSpan } from './shift-load.js';
import { currentShiftRules as rules } from './shift-rules.js';

const at = (text: string, hours = 2, isHard = false): ShiftSpan => {
  const startsAt = new Date(text);
  return { startsAt, endsAt: new Date(startsAt.getTime() + hours * 3_600_000), isHard };
};
const caps = (others: readonly ShiftSpan[], shift: ShiftSpan) =>
  loadBreaches(others, shift, { rules, zone: 'Europe/London' }).map(({ cap, limit }) => `${cap} ${limit}`);

describe('what one person may take on', () => {
  it('is three a day, of which a hard one counts two', () => {
    const [early, noon] = [at('2026-10-05T07:00:00Z', 1), at('2026-10-05T11:00:00Z', 1)];
    expect(caps([early, noon], at('2026-10-05T15:00:00Z', 1))).toEqual([]);
    expect(caps([early, noon], at('2026-10-05T15:00:00Z', 1, true))).toEqual(['DAY 3']);
    expect(caps([at('2026-10-05T07:00:00Z', 1, true)], at('2026-10-05T15:00:00Z', 1, true))).toEqual(['DAY 3']);
  });

  it('is counted by the campus day, whatever the instant', () => {
    // In summer time the campus is an hour ahead: both begin on the sixth there.
    const others = [at('2026-10-05T23:10:00Z', 0.2, true)];
    expect(caps(others, at('2026-10-06T12:00:00Z', 1, true))).toEqual(['DAY 3']);
    expect(caps(others, at('2026-10-05T12:00:00Z', 1, true))).toEqual([]);
  });

  it('is ten a week, Monday first', () => {
    const hard = ['05', '06', '07', '08', '11'].map((day) => at(`2026-10-${day}T12:00:00Z`, 1, true));
    expect(caps(hard, at('2026-10-09T12:00:00Z', 1))).toEqual(['WEEK 10']);
    expect(caps(hard, at('2026-10-12T12:00:00Z', 1, true))).toEqual([]);
  });

  it('is two in a row without an hour of rest, whichever of them is asked for last', () => {
    const [first, second, third] = [
      at('2026-10-05T08:00:00Z', 1),
      at('2026-10-05T09:30:00Z', 1),
      at('2026-10-05T11:00:00Z', 1),
    ];
    expect(caps([first, second], third)).toEqual(['CONSECUTIVE 2']);
    expect(caps([first, third], second)).toEqual(['CONSECUTIVE 2']);
    expect(caps([first], second)).toEqual([]);
    expect(caps([first, second], at('2026-10-05T11:30:00Z', 1))).toEqual([]);
  });

  it('does not overlap where one ends as the other begins', () => {
    expect(overlaps(at('2026-10-05T08:00:00Z'), at('2026-10-05T10:00:00Z'))).toBe(false);
    expect(overlaps(at('2026-10-05T08:00:00Z'), at('2026-10-05T09:59:00Z'))).toBe(true);
  });
});
