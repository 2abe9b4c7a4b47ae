import type { Id } from '@guildhall/kernel';
import { addJobs } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { mailTask } from './inbox.repository.js';
import type { ClaimedMail } from './mail.js';
import { recipientKey, type NoticeReason, type Recipient } from './notice.js';
import type { Pseudonym } from '../sealing/sealing.js';

type DueRow = { recipient_kind: Recipient['kind']; recipient: string; reason: NoticeReason; attempts: number };

/** A mail that is due, with whom it is for. */
export type DueMail = { readonly to: Recipient; readonly reason: NoticeReason; readonly attempts: number };

/** How a mail was settled. */
export type MailEnd = 'SENT' | 'DROPPED' | 'FAILED' | 'BOUNCED';

/** Keeps the one row per notice and channel that says what became of its mail. */
export type MailRepository = ReturnType<typeof createMailRepository>;

/** A repository over one connection or transaction. */
export function createMailRepository(manager: EntityManager) {
  return {
    /** A mail that is due, held until the transaction ends; nothing when it was claimed or settled already. */
    async findDue(noticeId: Id<'Notice'>): Promise<DueMail | undefined> {
      const [row]: readonly DueRow[] = await manager.query(
        `select n.recipient_kind, n.recipient, n.reason, m.attempts from notice_mail m join notice n on n.id = m.notice_id
         where m.notice_id = $1 and m.channel = 'MAIL' and m.state = 'DUE' for update of m`,
        [noticeId],
      );
      return row === undefined ? undefined : { to: toRecipient(row), reason: row.reason, attempts: row.attempts };
    },

    /**
     * Marks the mail as being sent, and with it what else is due to the same recipient, since all mail reads the same: one
     * mail tells of several notices.
     */
    async claim(noticeId: Id<'Notice'>, to: Recipient, now: Date): Promise<readonly ClaimedMail[]> {
      const { kind, recipient } = recipientKey(to);
      const [rows]: [readonly { notice_id: Id<'Notice'>; attempts: number }[], number] = await manager.query(
        `update notice_mail m set state = 'SENDING', attempts = m.attempts + 1
         from (select d.notice_id from notice_mail d join notice n on n.id = d.notice_id
           where d.state = 'DUE' and n.recipient_kind = $2 and n.recipient = $3 and (d.notice_id = $1 or d.due_at <= $4)
           order by d.notice_id for update of d skip locked) due
         where m.notice_id = due.notice_id and m.state = 'DUE' returning m.notice_id, m.attempts`,
        [noticeId, kind, recipient, now],
      );
      return rows.map((row) => ({ noticeId: row.notice_id, attempts: row.attempts }));
    },

    /** Writes down what became of claimed mail. */
    settle: (noticeIds: readonly Id<'Notice'>[], end: MailEnd, now: Date): Promise<unknown> =>
      manager.query(
        `update notice_mail set state = $2, settled_at = $3 where notice_id = any($1::uuid[]) and state in ('DUE', 'SENDING')`,
        [noticeIds, end, now],
      ),

    /** Makes mail due again at an instant, with its job. */
    async postpone(noticeIds: readonly Id<'Notice'>[], dueAt: Date): Promise<void> {
      await manager.query(
        `update notice_mail set state = 'DUE', due_at = $2 where notice_id = any($1::uuid[]) and state in ('DUE', 'SENDING')`,
        [noticeIds, dueAt],
      );
      await addJobs(
        manager,
        noticeIds.map((noticeId) => ({
          task: mailTask,
          payload: { noticeId },
          runAt: dueAt,
          key: `${mailTask}:${noticeId}`,
        })),
      );
    },
  };
}

function toRecipient({ recipient_kind: kind, recipient }: DueRow): Recipient {
  if (kind === 'STUDENT') return { kind, pseudonym: recipient as Pseudonym };
  return kind === 'STAFF' ? { kind, subject: recipient } : { kind, departmentId: recipient as Id<'Department'> };
}
