/*
 * When a deadline is due: its terms counted on the calendar of the rule it came from, with the spans in which its clock
 * stood still. Pure; a pause can only ever move a due date to a later instant.
 */
import { addWorkingDays, workingDaysBetween, type PausedSpan, type WorkingCalendar } from '@guildhall/kernel';

/** What a deadline counts: working days, calendar days, months, or nothing because the university named the date. */
export type DeadlineMeasure = 'DATE' | 'WORKING_DAYS' | 'CALENDAR_DAYS' | 'MONTHS';

/** The terms of a deadline; `amount` is 0 for a named date. */
export type DeadlineTerms = { readonly measure: DeadlineMeasure; readonly amount: number };

/** What a due date is derived from; `baseDueAt` is the one without any pause. */
export type Owed = {
  readonly startsAt: Date;
  readonly baseDueAt: Date;
  readonly terms: DeadlineTerms;
  readonly calendar: WorkingCalendar;
};

const hourMs = 3_600_000;
const everyDay = { workingWeekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [], closures: [] };

/** The due date of terms that begin at `startsAt`, without any pause: always the last millisecond of a campus day. */
export function dueFrom(startsAt: Date, { measure, amount }: DeadlineTerms, calendar: WorkingCalendar): Date {
  switch (measure) {
    case 'WORKING_DAYS':
      return addWorkingDays(startsAt, amount, calendar);
    case 'CALENDAR_DAYS':
      return addWorkingDays(startsAt, amount, daily(calendar));
    case 'MONTHS':
      return addWorkingDays(startsAt, daysInMonths(startsAt, amount, calendar), daily(calendar));
    case 'DATE':
      throw new RangeError('a named date is not counted');
  }
}

/**
 * The due date with pauses. Working and calendar days do not count days that a pause touches. A named date and a count of
 * months move by the campus days that pauses touched before it, and keep their time of day. Never earlier than without.
 */
export function dueWith({ startsAt, baseDueAt, terms, calendar }: Owed, spans: readonly PausedSpan[]): Date {
  const begun = spans.filter(({ from, to }) => from < to && to > startsAt);
  if (begun.length === 0) return baseDueAt;
  if (terms.measure === 'WORKING_DAYS' || terms.measure === 'CALENDAR_DAYS') {
    const days = terms.measure === 'WORKING_DAYS' ? calendar : daily(calendar);
    return latest(baseDueAt, addWorkingDays(startsAt, terms.amount, { ...days, pausedSpans: begun }));
  }
  const days = daily(calendar);
  const length = workingDaysBetween(startsAt, baseDueAt, days);
  const moved = addWorkingDays(startsAt, length, { ...days, pausedSpans: begun });
  return latest(baseDueAt, new Date(baseDueAt.getTime() + moved.getTime() - endOfCampusDay(baseDueAt, days).getTime()));
}

/**
 * When to warn: the morning, nine hours into the campus day, from which `warningDays` working days are left, and for a
 * short promise at most half of it. Never before the start.
 */
export function warnAt({ startsAt, terms, calendar }: Owed, dueAt: Date, warningDays: number): Date {
  const left = terms.measure === 'WORKING_DAYS' ? Math.min(warningDays, Math.floor(terms.amount / 2)) : warningDays;
  let evening = endOfCampusDay(dueAt, calendar);
  while (workingDaysBetween(evening, dueAt, calendar) < left && evening > startsAt)
    evening = eveningBefore(evening, calendar);
  return latest(startsAt, morningAfter(evening));
}

/** Nine hours into the day that follows the last millisecond of a campus day. */
function morningAfter(evening: Date): Date {
  return new Date(evening.getTime() + 1 + 9 * hourMs);
}

/** Nine hours into the campus day whose last millisecond is given. */
export function morningOf(evening: Date, calendar: Pick<WorkingCalendar, 'zone'>): Date {
  return morningAfter(eveningBefore(evening, calendar));
}

/** The last millisecond of the campus day of an instant. */
export function endOfCampusDay(at: Date, { zone }: Pick<WorkingCalendar, 'zone'>): Date {
  return addWorkingDays(at, 0, { zone, ...everyDay });
}

/** Thirty hours before the last millisecond of a campus day lie in the day before it, also where that day has 23 or 25 hours. */
function eveningBefore(evening: Date, calendar: Pick<WorkingCalendar, 'zone'>): Date {
  return endOfCampusDay(new Date(evening.getTime() - 30 * hourMs), calendar);
}

function daily({ zone }: Pick<WorkingCalendar, 'zone'>): WorkingCalendar {
  return { zone, ...everyDay };
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** How many days lie up to the same campus day of a later month, or up to that month's last day where it has no such day. */
function daysInMonths(at: Date, months: number, { zone }: WorkingCalendar): number {
  const from = new Date(`${new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at)}T00:00:00Z`);
  const to = new Date(from);
  to.setUTCMonth(to.getUTCMonth() + months);
  if (to.getUTCDate() !== from.getUTCDate()) to.setUTCDate(0);
  return (to.getTime() - from.getTime()) / (24 * hourMs);
}
