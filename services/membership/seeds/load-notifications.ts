import type { SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { namedId } from './named-id.js';

/** What demo people were told of what the other demo rows say happened: SELECTs of member, reason, source, subject, group, from and instant. */
const happenings: readonly string[] = [
  `select addressee_id, 'CONNECTION_REQUESTED', id, 'MEMBER', requester_id, null::uuid, requester_id, requested_at
   from member_connection where status = 'REQUESTED'`,
  `select requester_id, 'CONNECTION_ACCEPTED', id, 'MEMBER', addressee_id, null, addressee_id, connected_at
   from member_connection where status = 'CONNECTED'`,
  `select requester_id, 'HELP_OFFERED', id, 'HELP_REQUEST', request_id, null, helper_id, offered_at from help_offer`,
  `select m.helper_id, 'HELP_MATCHED', m.id, 'HELP_REQUEST', m.request_id, null, r.requester_id, m.matched_at
   from help_match m join help_request r on r.id = m.request_id where m.helper_id <> r.requester_id`,
  `select s.member_id, 'CIRCLE_PROPOSED', c.id, 'CIRCLE', c.id, null, null, c.proposed_at
   from small_circle c join circle_seat s on s.circle_id = c.id and s.status = 'INVITED' where c.status = 'PROPOSED'`,
  `select s.member_id, 'CIRCLE_FORMED', c.id, 'CIRCLE', c.id, null, null, c.formed_at
   from small_circle c join circle_seat s on s.circle_id = c.id and s.status = 'ACCEPTED' where c.formed_at is not null`,
  `select m.member_id, 'MANDATE_STARTED', m.id, 'MANDATE', m.id, p.group_id, null, m.starts_at
   from mandate m join position p on p.id = m.position_id`,
  `select g.member_id, 'NOTICE_POSTED', p.id, 'POST', p.id, p.group_id, p.author_id, p.posted_at
   from post p join group_membership g on g.group_id = p.group_id and g.status = 'ACTIVE' and g.member_id <> p.author_id
   where p.kind = 'NOTICE' and p.status = 'PUBLISHED'`,
];

const rememberedDays = 45;
const newDays = 4;

/**
 * Loads what demo people were told in the last weeks, with ids that follow from what happened. What is older than a few
 * days was read. Nothing is mailed: nobody in the demo gave an address.
 */
export async function loadNotifications(
  manager: EntityManager,
  { anchor }: Pick<SeedOptions, 'anchor'>,
): Promise<void> {
  await manager.query(
    `insert into notification (id, member_id, reason, source_id, subject_kind, subject_id, group_id, from_id, told_at, read_at)
     select ${namedId(`h.reason || h.member_id || h.source_id`)}, h.member_id, h.reason, h.source_id, h.subject_kind, h.subject_id,
       h.group_id, h.from_id, h.told_at, case when h.told_at < $1::timestamptz - make_interval(days => $3) then h.told_at + interval '9 hours' end
     from (${happenings.join('\n union all ')}) as h(member_id, reason, source_id, subject_kind, subject_id, group_id, from_id, told_at)
     join member m on m.id = h.member_id and m.status <> 'ERASED'
     where h.told_at <= $1 and h.told_at > $1::timestamptz - make_interval(days => $2)
     on conflict do nothing`,
    [anchor, rememberedDays, newDays],
  );
}
