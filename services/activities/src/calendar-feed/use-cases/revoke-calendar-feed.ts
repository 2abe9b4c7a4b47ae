import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { calendarFeedPolicy } from '../calendar-feed.policy.js';
import type { CalendarFeedId } from '../calendar-feed.js';

/** Revokes an address of the actor's own: whoever still has it finds nothing from now on. */
export function revokeCalendarFeed(
  { transaction }: Deps,
  actor: Actor,
  { feedId }: { readonly feedId: CalendarFeedId },
) {
  return transaction(async ({ calendarFeeds }) => {
    const feed = (await calendarFeeds.listOwn(actor)).find(({ id }) => id === feedId);
    if (feed === undefined || !calendarFeedPolicy.canRevoke(actor, feed)) return err(notFound('CalendarFeed'));
    await calendarFeeds.remove(actor, feedId);
    return ok(await calendarFeeds.listOwn(actor));
  });
}
