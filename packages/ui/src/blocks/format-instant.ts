/** How to write an instant; with `nowMs` the distance follows in words. */
export type InstantFormat = {
  readonly language: string;
  readonly zone: string;
  readonly show: 'day' | 'time' | 'day-and-time';
  readonly nowMs?: number;
};

const parts: Readonly<Record<InstantFormat['show'], Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  'day-and-time': {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
};

/** Writes an instant in a zone, in 24 hours, as `en` or `zh-CN` readers do. English is British: the day before the month. */
export function formatInstant(instant: string, { language, zone, show, nowMs }: InstantFormat): string {
  const locale = language === 'en' ? 'en-GB' : language;
  const date = new Date(instant);
  const text = new Intl.DateTimeFormat(locale, { ...parts[show], timeZone: zone, hourCycle: 'h23' }).format(date);
  if (nowMs === undefined) return text;
  return `${text} (${formatDistance(date.getTime() - nowMs, locale)})`;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function formatDistance(distanceMs: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const size = Math.abs(distanceMs);
  if (size < hourMs) return words.format(Math.round(distanceMs / minuteMs), 'minute');
  if (size < dayMs) return words.format(Math.round(distanceMs / hourMs), 'hour');
  return words.format(Math.round(distanceMs / dayMs), 'day');
}
