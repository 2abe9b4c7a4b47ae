import { toPage, type Clock, type Id, type IdSource, type Page, type PageRequest } from '@guildhall/kernel';
import { addJobs } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { CaseSides } from '../sealing/viewer.js';
import { kindOf, recipientKey, type NewNotice, type Notice, type NoticeReason, type Recipient } from './notice.js';

/** The job that mails what is due to a recipient. */
export const mailTask = 'send-notice';

type NoticeRow = {
  id: Id<'Notice'>;
  reason: NoticeReason;
  case_id: Id<'Case'> | null;
  referral_id: Id<'Referral'> | null;
  told_at: Date;
  read_at: Date | null;
};

/** What an inbox is made with; without mail only the inbox is filled. */
export type InboxScope = { readonly clock: Clock; readonly ids: IdSource; readonly hasMail: boolean };

/** The two sides of a case, with its id. */
export type CaseToTell = CaseSides & { readonly caseId: Id<'Case'> };

/** What a side of a case is told. */
export type ToldOfCase = Pick<NewNotice, 'reason' | 'sourceId' | 'referralId'>;

/** Tells people of case matters and shows them what they were told. */
export type InboxRepository = ReturnType<typeof createInboxRepository>;

/** Mail is planned only for who gave an address, wants mail of this kind, and can be reached. */
const planMail = `
  insert into notice_mail (notice_id, channel, state, due_at)
  select $1, 'MAIL', 'DUE', $2 from inbox_settings s
  where s.recipient_kind = $3 and s.recipient = $4 and s.address is not null and s.bounces < 3 and $5 = any(s.mail_kinds)
  returning notice_id`;

/** A repository over one connection or transaction. */
export function createInboxRepository(manager: EntityManager, { clock, ids, hasMail }: InboxScope) {
  const repository = {
    /**
     * Tells somebody, in the caller's transaction: nobody hears of what was rolled back. Telling again of the same reason and
     * source does nothing. Mail, where wanted, goes out by a job after the commit, and not in quiet hours.
     */
    async tell(notice: NewNotice): Promise<void> {
      const { kind, recipient } = recipientKey(notice.to);
      const now = clock.now();
      const told: readonly unknown[] = await manager.query(
        `insert into notice (id, recipient_kind, recipient, reason, case_id, referral_id, source_id, told_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint notice_once do nothing returning id`,
        [
          ids.random(),
          kind,
          recipient,
          notice.reason,
          kind === 'DEPARTMENT' ? null : (notice.caseId ?? null),
          notice.referralId ?? null,
          notice.sourceId,
          now,
        ],
      );
      const [row] = told as readonly { id: string }[];
      if (row === undefined || !hasMail) return;
      const planned: readonly unknown[] = await manager.query(planMail, [
        row.id,
        now,
        kind,
        recipient,
        kindOf(notice.reason),
      ]);
      if (planned.length === 0) return;
      await addJobs(manager, [
        { task: mailTask, payload: { noticeId: row.id }, runAt: now, key: `${mailTask}:${row.id}` },
      ]);
    },

    /** Tells the student of a case. */
    tellStudent: ({ student, caseId }: CaseToTell, what: ToldOfCase): Promise<void> =>
      repository.tell({ ...what, caseId, to: { kind: 'STUDENT', pseudonym: student } }),

    /** Tells the case worker of a case; nobody while nobody has it. */
    async tellWorker({ assignee, caseId }: CaseToTell, what: ToldOfCase): Promise<void> {
      if (assignee !== undefined) await repository.tell({ ...what, caseId, to: { kind: 'STAFF', subject: assignee } });
    },

    /** What the recipient was told, newest first. */
    async page(to: Recipient, { first, after }: PageRequest): Promise<Page<Notice>> {
      const { kind, recipient } = recipientKey(to);
      const rows: readonly NoticeRow[] = await manager.query(
        `select id, reason, case_id, referral_id, told_at, read_at from notice
         where recipient_kind = $1 and recipient = $2 and ($3::timestamptz is null or (told_at, id) < ($3, $4::uuid))
         order by told_at desc, id desc limit $5`,
        [kind, recipient, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toNotice), first, ({ id, toldAt }) => [toldAt.toISOString(), id]);
    },

    /** How many notices the recipient has not read. */
    async countUnread(to: Recipient): Promise<number> {
      const { kind, recipient } = recipientKey(to);
      const [row]: readonly { unread: number }[] = await manager.query(
        'select count(*)::int as unread from notice where recipient_kind = $1 and recipient = $2 and read_at is null',
        [kind, recipient],
      );
      return row?.unread ?? 0;
    },

    /** Marks notices of the recipient as read; the first time counts, those of others are not touched. */
    markRead(to: Recipient, noticeIds: readonly Id<'Notice'>[]): Promise<unknown> {
      const { kind, recipient } = recipientKey(to);
      return manager.query(
        'update notice set read_at = $4 where recipient_kind = $1 and recipient = $2 and id = any($3::uuid[]) and read_at is null',
        [kind, recipient, noticeIds, clock.now()],
      );
    },
  };
  return repository;
}

function toNotice(row: NoticeRow): Notice {
  return {
    id: row.id,
    reason: row.reason,
    caseId: row.case_id ?? undefined,
    referralId: row.referral_id ?? undefined,
    toldAt: row.told_at,
    readAt: row.read_at ?? undefined,
  };
}
