import { toId } from '@guildhall/kernel';
import type { Repositories } from '../deps.js';
import { writeCalendar } from './calendar-document.ical.js';
import type { CalendarEvent } from './calendar-event.js';
import { calendarTokens, entityTag } from './calendar-token.crypto.js';

/** Which calendar: by a secret, a group or an activity, or the whole campus when none is named. */
export type CalendarSource = {
  readonly token: string | undefined;
  readonly groupId: string | undefined;
  readonly activityId: string | undefined;
};

/** A written file with its entity tag. */
export type CalendarFile = { readonly body: string; readonly etag: string };

type Readable = Pick<Repositories, 'calendarFeeds' | 'calendarEvents'>;

/** Reads and writes a calendar; nothing when a secret opens none or there is no such activity in public. */
export async function readCalendar(
  repositories: Readable,
  source: CalendarSource,
  { pagesAt, now }: { readonly pagesAt: string; readonly now: Date },
): Promise<CalendarFile | undefined> {
  const found = await findEvents(repositories, source, now);
  if (found === undefined) return undefined;
  const body = writeCalendar({ name: found.name, pagesAt }, found.events);
  return { body, etag: entityTag(body) };
}

type Found = { readonly name: string; readonly events: readonly CalendarEvent[] };

async function findEvents(
  { calendarFeeds, calendarEvents }: Readable,
  { token, groupId, activityId }: CalendarSource,
  now: Date,
): Promise<Found | undefined> {
  if (token !== undefined) {
    const memberId = await calendarFeeds.findReader(calendarTokens.digest(token));
    if (memberId === undefined) return undefined;
    return { name: 'Guildhall', events: await calendarEvents.listOfMember(memberId, now) };
  }
  if (activityId !== undefined) {
    const [event] = await calendarEvents.listOne(toId(activityId));
    return event === undefined ? undefined : { name: event.title, events: [event] };
  }
  const events = await calendarEvents.listPublic(groupId === undefined ? undefined : toId(groupId), now);
  return { name: groupId === undefined ? 'Guildhall: campus' : 'Guildhall: group', events };
}
