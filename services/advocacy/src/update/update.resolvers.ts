import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { updatePolicy } from './update.policy.js';
import type { MemberUpdatePage } from './update.js';

/** Resolvers of news about public matters. */
export const updateResolvers: Resolvers = {
  Viewer: {
    updates: async (_viewer, { onlyUnread, ...page }, { actor, read }) => {
      const memberId = updatePolicy.ownNews(actor);
      if (memberId === undefined) return null;
      const found = await read.updates.pageOf(memberId, readPageRequest(page, ['instant', 'id']), onlyUnread ?? false);
      return { ...found, memberId } satisfies MemberUpdatePage;
    },
  },
  Mutation: {
    markUpdatesRead: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'MarkUpdatesReadSuccess',
        await advocacy.markUpdatesRead(actor, { ids: input.updateIds?.map((id) => toId(id)) }),
        ({ unread }) => ({ unreadCount: unread }),
      ),
    muteUpdates: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'MuteUpdatesSuccess',
        await advocacy.muteUpdates(actor, {
          subject: { kind: input.subjectKind, id: toId(input.subjectId) },
          muted: input.muted,
        }),
        ({ muted }) => ({ muted }),
      ),
  },
  MatterUpdate: {
    readAt: ({ readAt }) => readAt ?? null,
  },
  MatterUpdateConnection: {
    unreadCount: ({ memberId }, _args, { read }) => read.updates.countUnread(memberId),
  },
};
