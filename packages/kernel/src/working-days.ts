/**
 * The days on which a university works, in its own time zone. Dates are ISO 8601 calendar dates (`2026-12-25`);
 * a closure includes both its ends. Weekdays are numbered as in ISO 8601, Monday 1 to Sunday 7.
 */
export type WorkingCalendar = {
  readonly zone: string;
  readonly workingWeekdays: readonly number[];
  readonly holidays: readonly string[];
  readonly closures: readonly { readonly from: string; readonly to: string }[];
};

/** A time during which a deadline's clock stood still; for a pause that still lasts, give the present instant as `to`. */
export type PausedSpan = { readonly from: Date; readonly to: Date };

/** A calendar together with the pauses of one deadline. A campus day that a pause touches does not count for that deadline. */
export type WorkingClock = WorkingCalendar & { readonly pausedSpans?: readonly PausedSpan[] };

const dayMs = 86_400_000;

/**
 * The last millisecond of the campus day on which `days` working days have passed since `start`, whose own day never counts.
 * Zero days ends on the day of `start`. Throws a RangeError for a negative or broken number, or a calendar without working weekdays.
 */
export function addWorkingDays(start: Date, days: number, clock: WorkingClock): Date {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days must be a whole number from 0');
  const counts = countingDay(clock);
  let date = campusDate(start, clock.zone);
  for (let left = days; left > 0;) {
    date = nextDate(date);
    if (counts(date)) left -= 1;
  }
  return new Date(startOfCampusDay(nextDate(date), clock.zone) - 1);
}

/** How many working days lie after the campus day of `from`, up to and with that of `to`; 0 when `to` is not on a later day. */
export function workingDaysBetween(from: Date, to: Date, clock: WorkingClock): number {
  const counts = countingDay(clock);
  const last = campusDate(to, clock.zone);
  let days = 0;
  for (let date = nextDate(campusDate(from, clock.zone)); date <= last; date = nextDate(date)) {
    if (counts(date)) days += 1;
  }
  return days;
}

/** Holidays, closures and pauses all end, so with one working weekday every deadline is reached. */
function countingDay(clock: WorkingClock): (date: string) => boolean {
  const weekdays = new Set(clock.workingWeekdays);
  if (![1, 2, 3, 4, 5, 6, 7].some((weekday) => weekdays.has(weekday)))
    throw new RangeError('a calendar needs a working weekday');
  const holidays = new Set(clock.holidays);
  const paused = (clock.pausedSpans ?? [])
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({
      from: campusDate(from, clock.zone),
      to: campusDate(new Date(to.getTime() - 1), clock.zone),
    }));
  const still = [...clock.closures, ...paused];
  return (date) =>
    weekdays.has(isoWeekday(date)) && !holidays.has(date) && !still.some(({ from, to }) => from <= date && date <= to);
}

function nextDate(date: string): string {
  return new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
}

function isoWeekday(date: string): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/**
 * The first instant that bears this date on campus. Clocks may change at midnight, so that a day begins at 01:00 or has two
 * midnights: both offsets around the day are tried, and the one taken is the instant at which the date really turns.
 */
function startOfCampusDay(date: string, zone: string): number {
  const utcMidnight = Date.parse(date);
  const candidates = [utcMidnight - dayMs, utcMidnight + dayMs].map((near) => utcMidnight - zoneOffsetMs(near, zone));
  const turns = candidates.find(
    (at) => campusDate(new Date(at), zone) >= date && campusDate(new Date(at - 1), zone) < date,
  );
  return turns ?? Math.min(...candidates);
}

function zoneOffsetMs(instant: number, zone: string): number {
  const wholeSecond = Math.floor(instant / 1000) * 1000;
  return Date.parse(`${localText(new Date(wholeSecond), zone)}Z`) - wholeSecond;
}

function campusDate(instant: Date, zone: string): string {
  return localText(instant, zone).slice(0, 10);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Local time as `2026-03-29T01:30:00`; the Swedish locale writes ISO 8601 with a space between date and time. */
function localText(instant: Date, zone: string): string {
  const known = formatters.get(zone);
  const formatter =
    known ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  if (!known) formatters.set(zone, formatter);
  return formatter.format(instant).replace(' ', 'T');
}
