import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { GraphQLError } from 'graphql';
import type { Resolvers } from '../generated/graphql.js';
import { feedsMax } from './calendar-feed.js';
import { calendarFeedPolicy } from './calendar-feed.policy.js';
import { readCalendar } from './calendar-file.reader.js';

/** Resolvers of calendars for other programs. */
export const calendarFeedResolvers: Resolvers = {
  Viewer: {
    calendarFeeds: (_viewer, _args, { actor, read }) => read.calendarFeeds.listOwn(actor),
    calendarFeedActions: async (_viewer, _args, { actor, read }) =>
      calendarFeedPolicy.canCreate(actor) && (await read.calendarFeeds.listOwn(actor)).length < feedsMax
        ? ['CREATE']
        : [],
  },
  CalendarFeed: {
    viewerActions: (feed, _args, { actor }) => (calendarFeedPolicy.canRevoke(actor, feed) ? ['REVOKE'] : []),
  },
  Query: {
    calendarFile: async (_root, { token, groupId, activityId, pagesAt }, { now, read }) =>
      (await readCalendar(
        read,
        { token: token ?? undefined, groupId: groupId ?? undefined, activityId: activityId ?? undefined },
        { pagesAt: readOrigin(pagesAt), now },
      )) ?? null,
  },
  Mutation: {
    createCalendarFeed: async (_root, { input }, { actor, activities }) =>
      toResult('CreateCalendarFeedSuccess', await activities.createCalendarFeed(actor, input), (made) => made),
    revokeCalendarFeed: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RevokeCalendarFeedSuccess',
        await activities.revokeCalendarFeed(actor, { feedId: toId(input.feedId) }),
        (feeds) => ({ feeds }),
      ),
  },
};

/** Only the origin counts, so that nothing but a web address comes into a file. */
function readOrigin(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/u.test(url.protocol)) return url.origin;
  throw new GraphQLError('pagesAt must be a web address.', { extensions: { code: 'BAD_USER_INPUT' } });
}
