/*
 * The terms of the academic year, as policy: which month each begins in, campus time.
 * Life: a number of a later version changes how a record is cut into terms, never the record. Owner: learning.
 */

/** A season of the academic year. */
export type TermSeason = 'AUTUMN' | 'SPRING' | 'SUMMER';

/** One term as instants; `endsAt` is when the next one begins. */
export type Term = {
  readonly key: string;
  readonly season: TermSeason;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** In the order of the calendar year. Our choice: most unions of the field teach from autumn to early summer. */
const seasons = [
  { season: 'SPRING', month: 1 },
  { season: 'SUMMER', month: 5 },
  { season: 'AUTUMN', month: 8 },
] as const satisfies readonly { season: TermSeason; month: number }[];

/** How many terms back a growth view reaches at most, and unless told otherwise. */
export const growthTerms = { max: 12, usual: 6 } as const;

const keyPattern = /^(20\d{2})-(AUTUMN|SPRING|SUMMER)$/;

/** The term an instant lies in. */
export function termAt(instant: Date, zone: string): Term {
  const { year, month } = monthAt(instant, zone);
  return termOf(
    year,
    seasons.findLastIndex((season) => season.month <= month),
    zone,
  );
}

/** The term of a key, or nothing when there is none. */
export function termByKey(key: string, zone: string): Term | undefined {
  const [, year, season] = keyPattern.exec(key) ?? [];
  const place = seasons.findIndex((one) => one.season === season);
  return place === -1 ? undefined : termOf(Number(year), place, zone);
}

/** The term of now and those before it, the newest first. */
export function recentTerms(now: Date, zone: string, count: number): readonly Term[] {
  const { year, month } = monthAt(now, zone);
  const current = year * seasons.length + seasons.findLastIndex((season) => season.month <= month);
  return Array.from({ length: count }, (_, back) => {
    const place = current - back;
    return termOf(Math.floor(place / seasons.length), place % seasons.length, zone);
  });
}

function termOf(year: number, place: number, zone: string): Term {
  const one = seasons[place];
  if (one === undefined) throw new RangeError('a year has as many terms as there are seasons');
  const next = seasons[place + 1];
  const endsAt = next === undefined ? midnight(year + 1, seasons[0].month, zone) : midnight(year, next.month, zone);
  return { key: `${year}-${one.season}`, season: one.season, startsAt: midnight(year, one.month, zone), endsAt };
}

function monthAt(instant: Date, zone: string): { readonly year: number; readonly month: number } {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' });
  const [year = 0, month = 0] = format.format(instant).split('-').map(Number);
  return { year, month };
}

/** The first instant of a month on campus. */
function midnight(year: number, month: number, zone: string): Date {
  const guess = new Date(Date.UTC(year, month - 1, 1));
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(guess);
  const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find((part) => part.type === 'timeZoneName')?.value ?? '');
  const minutes = offset === null ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return new Date(guess.getTime() - minutes * 60_000);
}
