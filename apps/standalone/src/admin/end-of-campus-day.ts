/** The first instant after a day of the campus calendar, written `YYYY-MM-DD`; nothing when there is no such day. */
export function endOfCampusDay(day: string, zone: string): Date | undefined {
  const start = new Date(`${day}T00:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(start.getTime()) || !start.toISOString().startsWith(day))
    return undefined;
  const midnight = start.getTime() + 86_400_000;
  // The offset that holds at the guess may differ from the one at campus midnight when the clocks change in between.
  const guess = midnight - offsetMs(new Date(midnight), zone);
  return new Date(midnight - offsetMs(new Date(guess), zone));
}

function offsetMs(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
  if (offset === null) return 0;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000;
}
