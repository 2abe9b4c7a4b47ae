const dayMs = 86_400_000;

/**
 * The first instant of a day of the campus calendar, written `YYYY-MM-DD`, as RFC 3339 in UTC; an empty text when there is no such day.
 * `daysLater` moves on by whole days: the last instant of a day is the first of the next.
 */
export function campusInstant(day: string, zone: string, daysLater = 0): string {
  const midnightMs = Date.parse(`${day}T00:00:00.000Z`) + daysLater * dayMs;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(midnightMs)) return '';
  return new Date(fromCampusMs(midnightMs, zone)).toISOString();
}

/** The day of the campus calendar at an instant in milliseconds, as `YYYY-MM-DD`. */
export function campusDay(instantMs: number, zone: string): string {
  return onCampus(instantMs, zone).slice(0, 10);
}

/** What an input of type `datetime-local` shows for an instant in the campus zone, whatever zone the device is in. */
export function toCampusInput(instant: string, zone: string): string {
  return onCampus(Date.parse(instant), zone).slice(0, 16);
}

/**
 * The instant that an input of type `datetime-local` means in the campus zone, in UTC. An hour that the clocks skip counts from
 * before the change; nothing when the input is empty or no time.
 */
export function fromCampusInput(local: string, zone: string): string | undefined {
  const asUtcMs = Date.parse(`${local}Z`);
  return Number.isNaN(asUtcMs) ? undefined : new Date(fromCampusMs(asUtcMs, zone)).toISOString();
}

function onCampus(instantMs: number, zone: string): string {
  return new Date(instantMs + offsetMs(instantMs, zone)).toISOString();
}

/** The instant at which clocks on campus show what UTC clocks show at `asUtcMs`. */
function fromCampusMs(asUtcMs: number, zone: string): number {
  // The offset is that of the instant itself, which is only known once the offset is: the second guess is right.
  const guessMs = asUtcMs - offsetMs(asUtcMs, zone);
  return asUtcMs - offsetMs(guessMs, zone);
}

function offsetMs(instantMs: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instantMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (offset === null) return 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000;
}
