import type { RandomStream } from './random-stream.js';

/** One hour in milliseconds. */
export const hourMs = 3_600_000;
/** One day in milliseconds. */
export const dayMs = 24 * hourMs;

/** A span of time, its end excluded. */
export type Span = { readonly from: Date; readonly to: Date };

/** How busy each month is, January first; only the relation of the numbers matters. */
export type MonthWeights = readonly number[];

/** Activities follow teaching: welcome and autumn are full, summer is quiet. */
export const activityMonths: MonthWeights = [0.8, 1.3, 1.3, 0.6, 0.8, 0.5, 0.2, 0.2, 1.4, 1.8, 1.5, 0.7];

/** The instant that lies this long after another, or before it when negative. */
export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The earlier of two instants. */
export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** The later of two instants. */
export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** The same day at this time, in UTC. */
export function atTime(day: Date, hour: number, minute = 0): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour, minute));
}

/** An instant in the span, more often in its busy months. */
export function seasonalInstant(random: RandomStream, { from, to }: Span, months: MonthWeights): Date {
  const busiest = Math.max(...months);
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const at = after(from, Math.floor(random.next() * (to.getTime() - from.getTime())));
    if (random.next() * busiest < (months[at.getUTCMonth()] ?? 0)) return at;
  }
  return from;
}

/** The two weeks in which the union welcomes new students, from the first Monday on or after 15 September. */
export function welcomeFortnight(year: number): Span {
  const fifteenth = new Date(Date.UTC(year, 8, 15));
  const from = after(fifteenth, ((8 - fifteenth.getUTCDay()) % 7) * dayMs);
  return { from, to: after(from, 14 * dayMs) };
}

/** The last welcome fortnight that was over at this instant. */
export function lastWelcome(at: Date): Span {
  const thisYear = welcomeFortnight(at.getUTCFullYear());
  return thisYear.to <= at ? thisYear : welcomeFortnight(at.getUTCFullYear() - 1);
}

/** Committees change in May: the committee year that holds this instant, from 1 June to the next. */
export function committeeYear(at: Date): Span {
  const year = at.getUTCMonth() >= 5 ? at.getUTCFullYear() : at.getUTCFullYear() - 1;
  return { from: new Date(Date.UTC(year, 5, 1)), to: new Date(Date.UTC(year + 1, 5, 1)) };
}
