/** One academic year as instants: from 1 August to 1 August, campus time. */
export type AcademicYear = { readonly startsIn: number; readonly from: Date; readonly to: Date };

/** The academic year that starts in `startsIn`, or the one that `now` lies in. */
export function academicYear(startsIn: number | undefined, now: Date, zone: string): AcademicYear {
  const year = startsIn ?? currentStart(now, zone);
  return { startsIn: year, from: campusMidnight(year, zone), to: campusMidnight(year + 1, zone) };
}

function currentStart(now: Date, zone: string): number {
  const year = now.getUTCFullYear();
  return now < campusMidnight(year, zone) ? year - 1 : year;
}

/** The instant of 1 August 00:00 in the campus zone. */
function campusMidnight(year: number, zone: string): Date {
  const guess = new Date(Date.UTC(year, 7, 1));
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(guess);
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '');
  const minutes = offset === null ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(guess.getTime() - minutes * 60_000);
}
