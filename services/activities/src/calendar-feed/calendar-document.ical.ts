/*
 * Activities as an iCalendar file (RFC 5545). A file says the same as long as nothing changes, so that programs which ask
 * again are answered that they have it already. Instants are written in UTC, which needs no definition of a zone.
 */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEvent } from './calendar-event.js';

/** What a calendar is called, and where the pages are that its events lead to. */
export type CalendarTitle = { readonly name: string; readonly pagesAt: string };

/** After how long programs should ask again, in seconds. */
const askAgainSeconds = 3_600;

const statusOf: Readonly<Record<CalendarEvent['state'], ICalEventStatus>> = {
  CONFIRMED: ICalEventStatus.CONFIRMED,
  TENTATIVE: ICalEventStatus.TENTATIVE,
  CANCELLED: ICalEventStatus.CANCELLED,
};

/** The file. Ids stay the same for ever; a cancelled activity stays in it, marked as cancelled. */
export function writeCalendar({ name, pagesAt }: CalendarTitle, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    // The library writes the name as it is given: a line end in it would be a line of the file.
    name: line(name),
    prodId: { company: 'Guildhall', product: 'Activities', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: askAgainSeconds,
  });
  for (const event of events) {
    const url = `${pagesAt}/activities/${event.id}`;
    calendar.createEvent({
      id: event.id,
      sequence: event.revision,
      stamp: event.changedAt,
      created: event.publishedAt,
      lastModified: event.changedAt,
      start: event.startsAt,
      end: event.endsAt,
      summary: line(event.title),
      description: [event.reason, event.summary, url]
        .flatMap((part) => (part === undefined ? [] : [plain(part)]))
        .join('\n\n'),
      location: line(event.place),
      status: statusOf[event.state],
      url,
    });
  }
  return calendar.toString();
}

/** Control characters are not allowed in a calendar's text (RFC 5545, 3.3.11); line ends become one kind. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
}

/** Text of one line. */
function line(text: string): string {
  return plain(text).replace(/\s+/gu, ' ').trim();
}
