const dayMs = 86_400_000;

/**
 * The first instant of a day of the campus calendar, written `YYYY-MM-DD`, as RFC 3339 in UTC; an empty text when there is no such day.
 * `daysLater` moves on by whole days: the last instant of a day is the first of the next.
 */
export function campusInstant(day: string, zone: string, daysLater = 0): string {
  const midnight = Date.parse(`${day}T00:00:00.000Z`) + daysLater * dayMs;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(midnight)) return '';
  // The offset that holds at the guess may differ from the one at campus midnight when the clocks change in between.
  const guess = midnight - offsetMs(midnight, zone);
  return new Date(midnight - offsetMs(guess, zone)).toISOString();
}

/** The day of the campus calendar at an instant in milliseconds, as `YYYY-MM-DD`. */
export function campusDay(instantMs: number, zone: string): string {
  return new Date(instantMs + offsetMs(instantMs, zone)).toISOString().slice(0, 10);
}

function offsetMs(instantMs: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    instantMs,
  );
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  if (offset === null) return 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000;
}
