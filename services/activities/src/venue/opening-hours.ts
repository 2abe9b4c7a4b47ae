/** From when to when a venue is open on one weekday, in campus time: Monday is 1, Sunday 7; `24:00` is the end of the day. */
export type OpeningHours = { readonly weekday: number; readonly opensAt: string; readonly closesAt: string };

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const endOfDay = '24:00';
const dayMs = 86_400_000;

/** What is wrong with a week of opening hours, or nothing. */
export function hoursProblem(hours: readonly OpeningHours[]): string | undefined {
  const isWritten = hours.every(
    ({ weekday, opensAt, closesAt }) =>
      Number.isInteger(weekday) &&
      weekday >= 1 &&
      weekday <= 7 &&
      clockTime.test(opensAt) &&
      (closesAt === endOfDay || clockTime.test(closesAt)),
  );
  if (!isWritten) return 'Give weekdays from 1 to 7 and times such as 08:30; 24:00 is the end of the day.';
  if (hours.some(({ opensAt, closesAt }) => closesAt <= opensAt)) return 'A venue closes after it opens.';
  const overlaps = hours.some((one, index) =>
    hours.some(
      (other, place) =>
        place > index && other.weekday === one.weekday && other.opensAt < one.closesAt && one.opensAt < other.closesAt,
    ),
  );
  return overlaps ? 'Two opening hours of one day overlap.' : undefined;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The campus day of an instant as `YYYY-MM-DD`, and the time of that day as `HH:MM`. */
export function campusTime(instant: Date, zone: string): { readonly day: string; readonly time: string } {
  const known = formatters.get(zone);
  const formatter =
    known ??
    // The Swedish locale writes ISO 8601 with a space between date and time.
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  if (known === undefined) formatters.set(zone, formatter);
  const [day = '', time = ''] = formatter.format(instant).split(' ');
  return { day, time };
}

/** Whether the hours cover the whole time from `from` to `to`, its end excluded, however many days it has. */
export function isOpenThroughout(
  hours: readonly OpeningHours[],
  { from, to }: { readonly from: Date; readonly to: Date },
  zone: string,
): boolean {
  const [first, last] = [campusTime(from, zone), campusTime(to, zone)];
  const days = (Date.parse(last.day) - Date.parse(first.day)) / dayMs;
  return Array.from({ length: days + 1 }, (_, index) => index).every((index) => {
    const opens = index === 0 ? first.time : '00:00';
    const closes = index === days ? last.time : endOfDay;
    return opens === closes || isOpenOn(hours, isoWeekday(first.day, index), { opens, closes });
  });
}

/** Whether one day is open from `opens` to `closes`, also where one opening follows on another. */
function isOpenOn(
  hours: readonly OpeningHours[],
  weekday: number,
  { opens, closes }: { readonly opens: string; readonly closes: string },
): boolean {
  const ofDay = hours
    .filter((entry) => entry.weekday === weekday)
    .sort((one, other) => one.opensAt.localeCompare(other.opensAt));
  const reached = ofDay.reduce(
    (until, { opensAt, closesAt }) => (opensAt <= until && closesAt > until ? closesAt : until),
    opens,
  );
  return reached >= closes;
}

function isoWeekday(day: string, later: number): number {
  return new Date(Date.parse(day) + later * dayMs).getUTCDay() || 7;
}
