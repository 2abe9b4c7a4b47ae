import { addJobs } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { ClaimedMail } from './mail.js';
import type { NotificationId } from './notification.js';
import type { NotificationReason } from './reason.js';
import { mailJob } from './telling.repository.js';

type MailRow = {
  readonly notification_id: NotificationId;
  readonly reason: NotificationReason;
  readonly attempts: number;
};

/** How a mail was settled. */
export type MailEnd = 'SENT' | 'DROPPED' | 'FAILED' | 'BOUNCED';

/** Keeps the one row per notification that says what became of its mail. */
export type NotificationMailRepository = ReturnType<typeof createNotificationMailRepository>;

/** A repository over one connection or transaction. */
export function createNotificationMailRepository(manager: EntityManager) {
  return {
    /** What is due to the member by an instant and nobody else has claimed, held until the transaction ends. */
    async listDue(memberId: MemberId, by: Date): Promise<readonly ClaimedMail[]> {
      const rows: readonly MailRow[] = await manager.query(
        `select m.notification_id, n.reason, m.attempts from notification_mail m join notification n on n.id = m.notification_id
         where m.member_id = $1 and m.state = 'DUE' and m.due_at <= $2
         order by n.told_at, n.id for update of m skip locked`,
        [memberId, by],
      );
      return rows.map((row) => ({ notificationId: row.notification_id, reason: row.reason, attempts: row.attempts }));
    },

    /** Marks mail as being sent; from now on it is never sent again. */
    async claim(mails: readonly ClaimedMail[]): Promise<readonly ClaimedMail[]> {
      await manager.query(
        `update notification_mail set state = 'SENDING', attempts = attempts + 1 where notification_id = any($1::uuid[])`,
        [mails.map(({ notificationId }) => notificationId)],
      );
      return mails.map((mail) => ({ ...mail, attempts: mail.attempts + 1 }));
    },

    /** Writes down what became of mail. */
    settle: (mails: readonly ClaimedMail[], end: MailEnd, now: Date): Promise<unknown> =>
      manager.query(
        `update notification_mail set state = $2, settled_at = $3
         where notification_id = any($1::uuid[]) and state in ('DUE', 'SENDING')`,
        [mails.map(({ notificationId }) => notificationId), end, now],
      ),

    /** Makes mail due again at an instant, with its job. */
    async postpone(memberId: MemberId, mails: readonly ClaimedMail[], dueAt: Date): Promise<void> {
      await manager.query(
        `update notification_mail set state = 'DUE', due_at = $2
         where notification_id = any($1::uuid[]) and state in ('DUE', 'SENDING')`,
        [mails.map(({ notificationId }) => notificationId), dueAt],
      );
      await addJobs(manager, [mailJob(memberId, dueAt)]);
    },
  };
}
