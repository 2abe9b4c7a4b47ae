import { describe, expect, it } from '@jest/globals';
import type { ServiceRule } from '../deadline/deadline.js';
import { checkRule, unforeseenClosures, type RuleDraft } from './service-rule.js';

const now = new Date('2026-10-05T09:00:00Z');
const numbers = {
  acknowledgeDays: 2,
  firstContactDays: 5,
  departmentAnswerDays: 10,
  silenceDays: 10,
  warningDays: 2,
  reminderDays: [3, 7] as const,
  noContactDays: 20,
  appealDays: 10,
  wholeProcedureDays: 90,
  externalMonths: 12,
  mediationAnswerDays: 10,
  exportDays: 14,
};
const calendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-12-25'],
  closures: [{ from: '2026-12-21', to: '2027-01-03' }],
};
const latest: ServiceRule = {
  ...numbers,
  version: 1,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  calendar: { zone: 'Europe/London', ...calendar },
};
const draft = (changes: Partial<RuleDraft> = {}): RuleDraft => ({
  ...numbers,
  ...calendar,
  validFrom: now,
  ...changes,
});
const broken = (changes: Partial<RuleDraft>) => {
  const checked = checkRule(draft(changes), latest, now);
  return checked.ok ? [] : checked.error.fields.map(({ path, rule }) => `${path} ${rule}`);
};

describe('a version of the rules', () => {
  it('takes effect today or later, after the one before it', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ validFrom: new Date('2026-10-04T23:59:59Z') })).toEqual(['validFrom OUT_OF_RANGE']);
    expect(checkRule(draft(), { ...latest, validFrom: now }, now).ok).toBe(false);
  });

  it('has numbers and days that make sense beside one another', () => {
    expect(broken({ reminderDays: [7, 3] })).toEqual(['reminderDays CONTRADICTION']);
    expect(broken({ reminderDays: [3, 10] })).toEqual(['reminderDays CONTRADICTION']);
    expect(broken({ acknowledgeDays: 0, externalMonths: 37 })).toEqual([
      'acknowledgeDays OUT_OF_RANGE',
      'externalMonths OUT_OF_RANGE',
    ]);
    expect(broken({ workingWeekdays: [] })).toEqual(['workingWeekdays OUT_OF_RANGE']);
    expect(broken({ workingWeekdays: [1, 1] })).toEqual(['workingWeekdays OUT_OF_RANGE']);
    expect(broken({ holidays: ['2026-02-30'] })).toEqual(['holidays BAD_FORMAT']);
    expect(broken({ closures: [{ from: '2026-12-21', to: '2026-12-20' }] })).toEqual(['closures CONTRADICTION']);
  });

  it('stops running clocks only for closures that nobody could foresee', () => {
    const added = (from: string, to: string) =>
      unforeseenClosures(draft({ closures: [...calendar.closures, { from, to }] }), latest, now).map(
        (closure) => closure.from,
      );
    expect(added('2026-10-07', '2026-10-09')).toEqual(['2026-10-07']);
    expect(added('2026-10-01', '2026-10-06')).toEqual(['2026-10-01']);
    expect(added('2026-09-01', '2026-09-04')).toEqual([]);
    expect(added('2026-10-20', '2026-10-24')).toEqual([]);
    expect(unforeseenClosures(draft(), latest, now)).toEqual([]);
  });
});
