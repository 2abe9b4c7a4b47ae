import type { HalfDay } from '../circle-wish/circle-wish.js';
import { halfDays } from '../circle-wish/circle-wish.js';
import type { Circle } from './circle.js';

/** Places on the campus where anybody can be: where a first meeting is suggested. The web apps have words for them. */
export const publicPlaces = ['UNION_CAFE', 'LIBRARY_FOYER', 'STUDENT_CENTRE'] as const;

/** One public place. */
export type PublicPlace = (typeof publicPlaces)[number];

/** When and where a circle might meet for the first time. */
export type SuggestedMeeting = { readonly day: string; readonly halfDay: HalfDay; readonly place: PublicPlace };

/** How many days people have at least to see a suggestion; our choice. */
const noticeDays = 2;

const dayMs = 86_400_000;

/** The next day of the half day that all share, two days ahead at least, in a public place: the same for all of them. */
export function suggestFirstMeeting(
  { id, halfDay, formedAt, proposedAt }: Pick<Circle, 'id' | 'halfDay' | 'formedAt' | 'proposedAt'>,
  campusZone: string,
): SuggestedMeeting {
  const earliest = (formedAt ?? proposedAt).getTime() + noticeDays * dayMs;
  const wanted = Math.floor(halfDays.indexOf(halfDay) / 2);
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: campusZone, dateStyle: 'short' });
  const days = Array.from({ length: 7 }, (_, ahead) => format.format(new Date(earliest + ahead * dayMs)));
  // A calendar day has the same weekday in every zone, read as UTC; Monday is 0.
  const day = days.find((one) => (new Date(`${one}T00:00:00Z`).getUTCDay() + 6) % 7 === wanted) ?? days[0] ?? '';
  const place = publicPlaces[Number.parseInt(id.slice(0, 4), 16) % publicPlaces.length] ?? publicPlaces[0];
  return { day, halfDay, place };
}
