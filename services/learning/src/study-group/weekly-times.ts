/*
 * The weekly times of a study group, told on campus: a Tuesday at 18:00 stays at 18:00 when the clocks change.
 */

/** A time of the week: 1 for Monday to 7 for Sunday, `HH:MM` on campus, and how long. */
export type StudyTime = { readonly weekday: number; readonly startsAt: string; readonly minutes: number };

/** One meeting that weekly times lead to. */
export type Occurrence = { readonly startsAt: Date; readonly endsAt: Date };

/** The meetings that begin after `after` and no later than `until`, soonest first, each instant once. */
export function occurrencesOf(
  times: readonly StudyTime[],
  { after, until, zone }: { readonly after: Date; readonly until: Date; readonly zone: string },
): readonly Occurrence[] {
  const first = dayOf(after, zone);
  const last = dayOf(until, zone);
  const found = new Map<number, Occurrence>();
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    for (const time of times.filter(({ weekday }) => weekday === day.dayOfWeek)) {
      const startsAt = instantAt(day.toString(), time.startsAt, zone);
      const endsAt = new Date(startsAt.getTime() + time.minutes * 60_000);
      if (startsAt > after && startsAt <= until) found.set(startsAt.getTime(), { startsAt, endsAt });
    }
  return [...found.values()].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** The instant at which a day on campus is over; nothing for a text that names no day. */
export function endOfDay(day: string, zone: string): Date | undefined {
  try {
    const next = Temporal.PlainDate.from(day, { overflow: 'reject' }).add({ days: 1 });
    return instantAt(next.toString(), '00:00', zone);
  } catch {
    return undefined;
  }
}

function dayOf(instant: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

/** A time that the clocks leap over is told from before the leap; of one that comes twice, the first. */
function instantAt(day: string, time: string, zone: string): Date {
  const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return new Date(zoned.epochMilliseconds);
}
