import type { FieldProblem } from '@guildhall/ui';

/** The dates of an election in their order. The last is a day, which begins at its first instant. */
export const scheduleDates = [
  'nominationsOpenAt',
  'nominationsCloseAt',
  'campaignOpensAt',
  'votingOpensAt',
  'votingClosesAt',
  'mandatesStartAt',
] as const;

/** The name of one of the dates. */
export type ScheduleDate = (typeof scheduleDates)[number];

/** The dates of an election as instants. */
export type ScheduleInstants = Readonly<Record<ScheduleDate, string>>;

/** The dates as fields of a form show them, in campus time, by their path inside the input. */
export type ScheduleValues = Readonly<Record<`schedule.${ScheduleDate}`, string>>;

/** How the fields of a form show instants, and what they mean; in campus time, whatever zone the device is in. */
export type CampusDates = {
  /** What the field of a date shows for an instant. */
  show(date: ScheduleDate, instant: string): string;
  /** The instant that a field means; an empty text when it holds none. */
  read(date: ScheduleDate, value: string): string;
};

/** The first two weeks are for nominations, then three working days of screening, a week of campaign and four days of voting. */
const usual: Readonly<Record<ScheduleDate, { readonly days: number; readonly time: string }>> = {
  nominationsOpenAt: { days: 0, time: 'T09:00' },
  nominationsCloseAt: { days: 10, time: 'T17:00' },
  campaignOpensAt: { days: 15, time: 'T09:00' },
  votingOpensAt: { days: 21, time: 'T09:00' },
  votingClosesAt: { days: 24, time: 'T17:00' },
  mandatesStartAt: { days: 42, time: '' },
};

/** Dates to begin with, given today's: nominations open on the second Monday from now on, so that there is time to announce them. */
export function usualSchedule(today: string): ScheduleValues {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = 14 - weekday;
  return mapDates((date) => `${daysAfter(today, monday + usual[date].days)}${usual[date].time}`);
}

/** The dates of an election as a form shows them. */
export function toScheduleValues(schedule: ScheduleInstants, campus: CampusDates): ScheduleValues {
  return mapDates((date) => campus.show(date, schedule[date]));
}

/**
 * The instants that the fields of a form mean; an empty text for a field that holds none. What was not changed stays the instant it was,
 * to the millisecond, because dates that have passed must be as they were.
 */
export function readSchedule(values: ScheduleValues, campus: CampusDates, known?: ScheduleInstants): ScheduleInstants {
  const read = (date: ScheduleDate): string => {
    const value = values[`schedule.${date}`];
    return known !== undefined && value === campus.show(date, known[date]) ? known[date] : campus.read(date, value);
  };
  return {
    nominationsOpenAt: read('nominationsOpenAt'),
    nominationsCloseAt: read('nominationsCloseAt'),
    campaignOpensAt: read('campaignOpensAt'),
    votingOpensAt: read('votingOpensAt'),
    votingClosesAt: read('votingClosesAt'),
    mandatesStartAt: read('mandatesStartAt'),
  };
}

/** Dates that are missing, in the past where all must be to come, or do not follow each other, by the path of their fields. */
export function findDateProblems(schedule: ScheduleInstants, now?: string): readonly FieldProblem[] {
  return scheduleDates.flatMap((date, index) => {
    const path = `schedule.${date}`;
    if (schedule[date] === '') return [{ path, rule: 'REQUIRED' }];
    const before = scheduleDates[index - 1];
    if (before === undefined && now !== undefined && schedule[date] <= now) return [{ path, rule: 'IN_THE_PAST' }];
    const isLater = before === undefined || schedule[before] === '' || schedule[date] > schedule[before];
    return isLater ? [] : [{ path, rule: 'NOT_LATER' }];
  });
}

function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function mapDates(valueOf: (date: ScheduleDate) => string): ScheduleValues {
  return {
    'schedule.nominationsOpenAt': valueOf('nominationsOpenAt'),
    'schedule.nominationsCloseAt': valueOf('nominationsCloseAt'),
    'schedule.campaignOpensAt': valueOf('campaignOpensAt'),
    'schedule.votingOpensAt': valueOf('votingOpensAt'),
    'schedule.votingClosesAt': valueOf('votingClosesAt'),
    'schedule.mandatesStartAt': valueOf('mandatesStartAt'),
  };
}
