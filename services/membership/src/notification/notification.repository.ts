import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import { addJobs } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { NotificationScope } from './notification-scope.js';
import type { Notification, NotificationId, Telling } from './notification.js';
import { defaultMail, isHarmless, reasonsOf, topicOf, type Topic } from './reason.js';
import {
  insertTold,
  mailJob,
  notificationColumns,
  toNotification,
  type NotificationRow,
} from './telling.repository.js';

/** Tells members and shows them what they were told. Every read names the member whose inbox it is. */
export type NotificationRepository = ReturnType<typeof createNotificationRepository>;

/** Which notifications of an inbox are wanted. */
export type InboxFilter = { readonly topic: Topic | undefined; readonly onlyUnread: boolean };

/** A repository over one connection or transaction. */
export function createNotificationRepository(manager: EntityManager, { clock, ids, ...scope }: NotificationScope) {
  return {
    /**
     * Tells members, in the caller's transaction: nobody hears of what was rolled back. Telling again of the same reason
     * and source does nothing. Mail, where wanted, goes out by a job after the commit. It runs the same statements
     * whoever is told, so that nobody learns from it that they were blocked.
     */
    async tell({ to, reason, sourceId, subject, groupId, from }: Telling): Promise<void> {
      const members = [...new Set(typeof to === 'string' ? [to] : to)];
      const topic = topicOf(reason);
      const due: readonly { member_id: MemberId; due_at: Date }[] = await manager.query(
        insertTold(from !== undefined),
        [
          members,
          members.map(() => ids.random()),
          reason,
          sourceId ?? ids.random(),
          subject.kind,
          subject.id,
          groupId ?? null,
          from ?? null,
          clock.now(),
          topic,
          isHarmless(reason),
          scope.hasMail,
          defaultMail[topic],
          scope.campusZone,
        ],
      );
      if (!scope.hasMail) return;
      await addJobs(
        manager,
        due.map((row) => mailJob(row.member_id, row.due_at)),
      );
    },

    /** What the member was told, the newest first. */
    async page(
      memberId: MemberId,
      { first, after }: PageRequest,
      { topic, onlyUnread }: InboxFilter,
    ): Promise<Page<Notification>> {
      const rows: readonly NotificationRow[] = await manager.query(
        `select ${notificationColumns} from notification n
         where n.member_id = $1 and ($2::text[] is null or n.reason = any($2)) and (not $3 or n.read_at is null)
           and ($4::timestamptz is null or (n.told_at, n.id) < ($4, $5::uuid))
         order by n.told_at desc, n.id desc limit $6`,
        [
          memberId,
          topic === undefined ? null : reasonsOf(topic),
          onlyUnread,
          after?.[0] ?? null,
          after?.[1] ?? null,
          first + 1,
        ],
      );
      return toPage(rows.map(toNotification), first, ({ id, toldAt }) => [toldAt.toISOString(), id]);
    },

    /** How many notifications the member has not read, counted up to 100. */
    async countUnread(memberId: MemberId): Promise<number> {
      const [row]: readonly { unread: number }[] = await manager.query(
        'select count(*)::int as unread from (select from notification where member_id = $1 and read_at is null limit 100) unread',
        [memberId],
      );
      return row?.unread ?? 0;
    },

    /** Marks notifications of the member as read: these, or all told up to the instant. The first time counts. */
    async markRead(memberId: MemberId, which: readonly NotificationId[] | undefined, now: Date): Promise<void> {
      await manager.query(
        `update notification set read_at = $3
         where member_id = $1 and read_at is null and told_at <= $3 and ($2::uuid[] is null or id = any($2::uuid[]))`,
        [memberId, which ?? null, now],
      );
    },

    /** Forgets what a member was told, how they wanted to be told, and where their mail went. */
    async forget(memberId: MemberId): Promise<void> {
      for (const table of ['notification', 'notification_preference', 'notification_settings'])
        await manager.query(`delete from ${table} where member_id = $1`, [memberId]);
      await manager.query('update notification set from_id = null where from_id = $1', [memberId]);
    },
  };
}
