import { toId, type Id } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { ActivityReference, Notification, ProposalReference, SubjectKind } from './notification.js';
import { notificationPolicy } from './notification.policy.js';
import { topicOf } from './reason.js';

function reference<Kind extends string>({ subject }: Notification, kind: SubjectKind): { id: Id<Kind> } | null {
  return subject.kind === kind ? { id: toId<Kind>(subject.id) } : null;
}

/** Resolvers of the viewer's own inbox. */
export const notificationResolvers: Resolvers = {
  Mutation: {
    markNotificationsRead: async (_root, { input }, { actor, membership }) =>
      toResult(
        'MarkNotificationsReadSuccess',
        await membership.markNotificationsRead(actor, { ids: input.notificationIds?.map((id) => toId(id)) }),
        (done) => done,
      ),
  },
  Viewer: {
    notifications: async (_viewer, { topic, onlyUnread, ...page }, { actor, read }) => {
      const memberId = notificationPolicy.ownInbox(actor);
      if (memberId === undefined) return null;
      return read.notifications.page(memberId, readPageRequest(page, ['instant', 'id']), {
        topic: topic ?? undefined,
        onlyUnread: onlyUnread ?? false,
      });
    },
    unreadNotifications: async (_viewer, _args, { actor, read }) => {
      const memberId = notificationPolicy.ownInbox(actor);
      return memberId === undefined ? null : read.notifications.countUnread(memberId);
    },
  },
  Notification: {
    topic: ({ reason }) => topicOf(reason),
    from: async ({ fromId }, _args, { loaders }) =>
      fromId === undefined ? null : ((await loaders.members.load(fromId)) ?? null),
    group: async ({ groupId }, _args, { loaders }) =>
      groupId === undefined ? null : ((await loaders.groups.load(groupId)) ?? null),
    // Their owners decide at this moment whether the viewer may see them.
    activity: (notification): ActivityReference | null => reference(notification, 'ACTIVITY'),
    proposal: (notification): ProposalReference | null => reference(notification, 'PROPOSAL'),
    readAt: ({ readAt }) => readAt ?? null,
  },
};
