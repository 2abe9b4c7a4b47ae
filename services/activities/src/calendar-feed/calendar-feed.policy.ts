import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { CalendarFeed } from './calendar-feed.js';

/** Who may do what about secret addresses: members about their own, and nobody else, because the address is the right to read. */
export const calendarFeedPolicy = {
  canCreate: (actor: Actor): boolean => memberOf(actor) !== undefined,
  canRevoke: (actor: Actor, { memberId }: CalendarFeed): boolean => isMember(actor, memberId),
};
