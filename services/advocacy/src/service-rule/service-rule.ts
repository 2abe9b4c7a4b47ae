/*
 * A version of the service's promises and of the calendar they are counted on. Life: published for an instant, in force
 * until the next one; never changed. Deadlines keep the version they were made under. Owner: advocacy.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { ServiceRule } from '../deadline/deadline.js';

/** What the advice manager publishes; everything but the version, which is counted, and the zone, which is the campus's. */
export type RuleDraft = Omit<ServiceRule, 'version' | 'calendar'> & {
  readonly workingWeekdays: readonly number[];
  readonly holidays: readonly string[];
  readonly closures: readonly { readonly from: string; readonly to: string }[];
};

const dayMs = 86_400_000;

/** Checks a version: it takes effect from now on or later and after the one before, and every number makes sense beside the others. */
export function checkRule(draft: RuleDraft, latest: ServiceRule, now: Date): Result<RuleDraft, ValidationError> {
  const [first, second] = draft.reminderDays;
  const checks = new FieldChecks()
    .that(draft.validFrom >= startOfToday(now), 'validFrom', 'OUT_OF_RANGE', 'Rules are not changed for the past.')
    .that(draft.validFrom > latest.validFrom, 'validFrom', 'CONTRADICTION', 'A later version exists already.')
    .that(
      isWeekdays(draft.workingWeekdays),
      'workingWeekdays',
      'OUT_OF_RANGE',
      'Name one to seven weekdays, 1 for Monday to 7 for Sunday.',
    )
    .that(draft.holidays.every(isDate), 'holidays', 'BAD_FORMAT', 'A holiday is a calendar day.')
    .that(
      draft.closures.every(({ from, to }) => isDate(from) && isDate(to) && from <= to && lengthOf(from, to) <= 60),
      'closures',
      'CONTRADICTION',
      'A closure ends on or after the day it begins on, within 60 days.',
    )
    .whole('acknowledgeDays', draft.acknowledgeDays, { min: 1, max: 10 })
    .whole('firstContactDays', draft.firstContactDays, { min: 1, max: 20 })
    .whole('departmentAnswerDays', draft.departmentAnswerDays, { min: 1, max: 60 })
    .whole('silenceDays', draft.silenceDays, { min: 3, max: 60 })
    .whole('warningDays', draft.warningDays, { min: 1, max: 10 })
    .whole('noContactDays', draft.noContactDays, { min: 1, max: 120 })
    .whole('appealDays', draft.appealDays, { min: 1, max: 60 })
    .whole('wholeProcedureDays', draft.wholeProcedureDays, { min: 1, max: 365 })
    .whole('externalMonths', draft.externalMonths, { min: 1, max: 36 })
    .whole('mediationAnswerDays', draft.mediationAnswerDays, { min: 1, max: 30 })
    .whole('exportDays', draft.exportDays, { min: 1, max: 60 })
    .that(
      0 < first && first < second && second < draft.silenceDays,
      'reminderDays',
      'CONTRADICTION',
      'Two reminders, one after the other, before the case rests.',
    );
  return checks.finish({ ...draft, holidays: [...new Set(draft.holidays)].sort() });
}

/** The closures that a version adds and that began before anybody could know: clocks that ran then have to be stopped. */
export function unforeseenClosures(draft: RuleDraft, latest: ServiceRule, now: Date): RuleDraft['closures'] {
  const today = now.toISOString().slice(0, 10);
  const known = new Set(latest.calendar.closures.map(({ from, to }) => `${from}/${to}`));
  return draft.closures.filter(
    ({ from, to }) => !known.has(`${from}/${to}`) && to >= today && lengthOf(today, from) <= 14,
  );
}

function isWeekdays(days: readonly number[]): boolean {
  const all = new Set(days);
  return all.size > 0 && all.size === days.length && days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
}

function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  );
}

function lengthOf(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

function startOfToday(now: Date): Date {
  return new Date(Math.floor(now.getTime() / dayMs) * dayMs);
}
