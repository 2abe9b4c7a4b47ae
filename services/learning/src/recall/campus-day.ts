/** A day on campus as instants. */
export type CampusDay = { readonly date: string; readonly from: Date; readonly to: Date };

/** The campus day that lies `ahead` days after the one `now` lies in; days with a change of the clock are shorter or longer. */
export function campusDay(now: Date, zone: string, ahead = 0): CampusDay {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const day = today.add({ days: ahead });
  const midnight = (date: Temporal.PlainDate): Date => new Date(date.toZonedDateTime(zone).epochMilliseconds);
  return { date: day.toString(), from: midnight(day), to: midnight(day.add({ days: 1 })) };
}
