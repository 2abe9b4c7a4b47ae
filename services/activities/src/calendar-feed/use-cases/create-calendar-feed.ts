import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { planFeed } from '../calendar-feed.js';
import { calendarFeedPolicy } from '../calendar-feed.policy.js';

/** Makes a secret address of the actor's own calendar. The secret is told this once; afterwards nobody knows it. */
export function createCalendarFeed(
  { transaction, clock, ids, calendarTokens }: Deps,
  actor: Actor,
  { name }: { readonly name: string },
) {
  return transaction(async ({ calendarFeeds }) => {
    const memberId = memberOf(actor);
    if (memberId === undefined || !calendarFeedPolicy.canCreate(actor))
      return err(notAllowed('CREATE', 'CalendarFeed'));
    await calendarFeeds.lock(memberId);
    const feed = { id: ids.random<'CalendarFeed'>(), memberId, name, createdAt: clock.now() };
    const planned = planFeed(feed, await calendarFeeds.listOwn(actor));
    if (!planned.ok) return planned;
    const token = calendarTokens.make();
    await calendarFeeds.add(planned.value, calendarTokens.digest(token));
    return ok({ feed: planned.value, token });
  });
}
