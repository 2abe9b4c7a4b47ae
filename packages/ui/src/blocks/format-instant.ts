import { campusDay } from '../campus-time/campus-time.js';

/** How to write an instant as seen from now; `isRelative` adds the distance in words. */
export type InstantFormat = {
  readonly language: string;
  readonly zone: string;
  readonly show: 'day' | 'time' | 'day-and-time';
  readonly nowMs: number;
  readonly isRelative?: boolean;
};

const parts: Readonly<Record<InstantFormat['show'], Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  time: { hour: '2-digit', minute: '2-digit' },
  'day-and-time': {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  },
};

/**
 * Writes an instant in a zone, in 24 hours, as `en` or `zh-CN` readers do. English is British: the day before the month. The year stands
 * there only when it is another than now.
 */
export function formatInstant(instant: string, format: InstantFormat): string {
  const { language, zone, show, nowMs, isRelative = false } = format;
  const locale = language === 'en' ? 'en-GB' : language;
  const date = new Date(instant);
  const yearIn = (at: Date): string => at.toLocaleDateString('en-GB', { year: 'numeric', timeZone: zone });
  const isOtherYear = show !== 'time' && yearIn(date) !== yearIn(new Date(nowMs));
  const options = { ...parts[show], ...(isOtherYear ? { year: 'numeric' as const } : {}), timeZone: zone };
  const text = new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23' }).format(date);
  return isRelative ? `${text} (${formatDistance(date.getTime(), { locale, zone, nowMs })})` : text;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Reader = { readonly locale: string; readonly zone: string; readonly nowMs: number };

/** From a day on, days are those of the calendar on campus: Sunday noon to Tuesday midnight is two days, as people count them. */
function formatDistance(atMs: number, { locale, zone, nowMs }: Reader): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distanceMs = atMs - nowMs;
  const size = Math.abs(distanceMs);
  if (size < hourMs) return words.format(Math.round(distanceMs / minuteMs), 'minute');
  if (size < dayMs) return words.format(Math.round(distanceMs / hourMs), 'hour');
  const days = (Date.parse(campusDay(atMs, zone)) - Date.parse(campusDay(nowMs, zone))) / dayMs;
  return words.format(days, 'day');
}
