import type { PlannedJob } from '@guildhall/subgraph';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import type { Notification, NotificationId, SubjectKind } from './notification.js';
import type { NotificationReason } from './reason.js';

/** The job that mails what is due to a member. */
export const mailTask = 'mail-notifications';

/** The hour of the campus zone at which digests go out; weekly ones go out on Mondays. */
export const digestHour = 8;

/** The job for what is due to a member at an instant; one is enough however many notifications fall due then. */
export function mailJob(memberId: MemberId, dueAt: Date): PlannedJob {
  return {
    task: mailTask,
    payload: { memberId },
    runAt: dueAt,
    key: `${mailTask}:${memberId}:${dueAt.toISOString()}`,
  };
}

const nextDigest = `(case s.digest
  when 'DAILY' then date_trunc('day', l.local - interval '${digestHour} hours') + interval '1 day ${digestHour} hours'
  else date_trunc('week', l.local - interval '${digestHour} hours') + interval '7 days ${digestHour} hours' end)`;

/**
 * One statement that tells: who exists, is not the one who did it, is not blocked with them and wants to know gets a
 * row; who has a confirmed address and wants mail gets one for the mail, due at once or with the next digest.
 */
export function insertTold(isFromMember: boolean): string {
  return `
    with told as (
      insert into notification (id, member_id, reason, source_id, subject_kind, subject_id, group_id, from_id, told_at)
      select w.id, m.id, $3, $4::uuid, $5, $6::uuid, $7::uuid, $8::uuid, $9::timestamptz
      from unnest($1::uuid[], $2::uuid[]) as w(member_id, id)
      join member m on m.id = w.member_id and m.status <> 'ERASED'
      left join notification_preference p on p.member_id = m.id and p.topic = $10
      where m.id is distinct from $8::uuid and (not $11::boolean or coalesce(p.is_told, true))
        ${isFromMember ? 'and not is_blocked(m.id, $8::uuid)' : ''}
      order by m.id
      on conflict on constraint notification_once do nothing
      returning id, member_id
    ), mail as (
      insert into notification_mail (notification_id, member_id, state, due_at)
      select t.id, t.member_id, 'DUE',
        case when coalesce(p.mail, $13) = 'DIGEST' then ${nextDigest} at time zone $14 else $9::timestamptz end
      from told t
      join notification_settings s on s.member_id = t.member_id and s.address is not null and not s.is_stopped and s.bounces < 3
      left join notification_preference p on p.member_id = t.member_id and p.topic = $10
      cross join lateral (select $9::timestamptz at time zone $14 as local) l
      where $12::boolean and coalesce(p.mail, $13) <> 'NEVER'
      returning member_id, due_at
    )
    select distinct member_id, due_at from mail`;
}

/** A notification as its columns come. */
export type NotificationRow = {
  readonly id: NotificationId;
  readonly reason: NotificationReason;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly group_id: GroupId | null;
  readonly from_id: MemberId | null;
  readonly told_at: Date;
  readonly read_at: Date | null;
};

/** The columns of a notification `n`. */
export const notificationColumns =
  'n.id, n.reason, n.subject_kind, n.subject_id, n.group_id, n.from_id, n.told_at, n.read_at';

/** A notification made of its columns. */
export function toNotification(row: NotificationRow): Notification {
  return {
    id: row.id,
    reason: row.reason,
    subject: { kind: row.subject_kind, id: row.subject_id },
    groupId: row.group_id ?? undefined,
    fromId: row.from_id ?? undefined,
    toldAt: row.told_at,
    readAt: row.read_at ?? undefined,
  };
}
