import type { EntityManager } from 'typeorm';
import type { MemberId } from '../references/member.js';
import type { Host } from './host.js';

/** Who speaks for a host now: its contact and the officers of the group that it is; at most 500, in a stable order. */
export async function listHostPeople(
  manager: EntityManager,
  { contactId, groupId }: Pick<Host, 'contactId' | 'groupId'>,
  now: Date,
): Promise<readonly MemberId[]> {
  const rows: readonly { member_id: MemberId }[] = await manager.query(
    `select m.member_id from actor_member m where m.is_active and (m.member_id = $1 or exists (
       select 1 from actor_mandate d where d.member_id = m.member_id and d.group_id = $2 and d.starts_at <= $3 and d.ends_at > $3))
     order by 1 limit 500`,
    [contactId ?? null, groupId ?? null, now],
  );
  return rows.map((row) => row.member_id);
}
