/*
 * When a group affiliates again: between 1 and 31 October, campus time, every year. These are policy numbers of the
 * union's by-laws (machine B, yearly re-affiliation); the month and the days stand here and nowhere else.
 */
import { reaffiliationWindowMs } from '../group/group.js';

const dayMs = 86_400_000;
/** November: submissions are due before its first day begins. */
const dueMonth = 10;

/** A group affiliated later than this before a window opens goes on to the next year's, in milliseconds; our choice. */
export const newcomerMs = 90 * dayMs;

/** How long before the due date a group that handed in nothing is reminded again, in milliseconds; our choice. */
export const lastReminderMs = 7 * dayMs;

/** How long a group has for the changes it was asked for, even past its due date, in milliseconds; our choice. */
export const changesMs = 14 * dayMs;

/** The due date of a group that is affiliated, or affiliates again, at `now`: the end of the next 31 October that is not too near. */
export function dueAfter(now: Date, zone: string): Date {
  const year = now.getUTCFullYear();
  const dates = [year, year + 1, year + 2].map((each) => firstOfNovember(each, zone));
  const found = dates.find((due) => due.getTime() - reaffiliationWindowMs - newcomerMs > now.getTime());
  if (found === undefined) throw new RangeError('one of three years lies far enough ahead');
  return found;
}

/** When to look at the group next: when its window opens, a week before it closes, and when it is over. */
export function nextLookAt(due: Date, now: Date): Date {
  const looks = [reaffiliationWindowMs, lastReminderMs].map((before) => new Date(due.getTime() - before));
  return looks.find((look) => look > now) ?? due;
}

/** The instant of 1 November 00:00 in the campus zone. */
function firstOfNovember(year: number, zone: string): Date {
  const guess = new Date(Date.UTC(year, dueMonth, 1));
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(guess);
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  const minutes = offset === null ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(guess.getTime() - minutes * 60_000);
}
