/*
 * Recurrence rules of RFC 5545. A rule is expanded over days alone; the time of day is put on each day in the zone of
 * the campus, so that a weekly evening stays at its hour when the clocks change.
 */
import { RRuleTemporal } from 'rrule-temporal';

const partsTaken = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'WKST']);
const frequencies = new Set(['WEEKLY', 'MONTHLY']);
const longest = 200;

/**
 * The first days of a rule, at most `max`, beginning with the first that follows it on or after `firstOn`; nothing for a
 * rule that cannot be read, or repeats more often than weekly or more rarely than monthly.
 */
export function expandRule(
  rule: string,
  { firstOn, zone, max }: { readonly firstOn: string; readonly zone: string; readonly max: number },
): readonly string[] | undefined {
  const inDays = readRule(rule, zone);
  if (inDays === undefined) return undefined;
  try {
    const dates = new RRuleTemporal({
      rruleString: `DTSTART:${firstOn.replaceAll('-', '')}T000000Z\nRRULE:${inDays}`,
    });
    return dates.all((_date, index) => index < max).map((date) => date.toPlainDate().toString());
  } catch {
    return undefined;
  }
}

/** When a day has this time in the zone. A time that the clocks leap over is told from before the leap; of one that comes twice, the first. */
export function instantOn(on: string, time: string, zone: string): Date {
  const zoned = Temporal.PlainDateTime.from(`${on}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return new Date(zoned.epochMilliseconds);
}

/** The day and the time of day of an instant in the zone. */
export function dayAndTime(instant: Date, zone: string): { readonly on: string; readonly time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return { on: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** The rule in days: from midnight to midnight of a zone without clock changes. Its end is a day of the campus, included. */
function readRule(rule: string, zone: string): string | undefined {
  const parts = new Map(
    rule.split(';').map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  );
  const isTaken = rule.length <= longest && [...parts].every(([name, value]) => partsTaken.has(name) && value !== '');
  if (!isTaken || !frequencies.has(parts.get('FREQ') ?? '')) return undefined;
  const until = parts.get('UNTIL');
  const last = until === undefined ? undefined : lastDay(until, zone);
  if (until !== undefined && last === undefined) return undefined;
  if (last !== undefined) parts.set('UNTIL', `${last.replaceAll('-', '')}T235959Z`);
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}

function lastDay(until: string, zone: string): string | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z)?$/.exec(until);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const on = `${year}-${month}-${day}`;
  if (hour === undefined) return on;
  const instant = new Date(`${on}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(instant.getTime()) ? undefined : dayAndTime(instant, zone).on;
}
