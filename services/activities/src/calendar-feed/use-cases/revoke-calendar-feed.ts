import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CalendarFeedId } from '../calendar-feed.js';

/** Revokes an address of the actor's own: whoever still has it finds nothing from now on. */
export function revokeCalendarFeed(
  { transaction }: Deps,
  actor: Actor,
  { feedId }: { readonly feedId: CalendarFeedId },
) {
  return transaction(async ({ calendarFeeds }) =>
    (await calendarFeeds.remove(actor, feedId))
      ? ok(await calendarFeeds.listOwn(actor))
      : err(notFound('CalendarFeed')),
  );
}
