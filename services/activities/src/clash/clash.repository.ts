import type { EntityManager } from 'typeorm';
import type { ActivityId, ActivityKind } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import { clashRules } from './clash-rules.js';
import type { Rival } from './clash.js';

/** Which activities to look for around a plan; the plan itself is left out. */
export type RivalSearch = {
  readonly groupId: GroupId;
  readonly kind: ActivityKind;
  readonly except: ActivityId | undefined;
  readonly stretch: { readonly from: Date; readonly to: Date };
};

/** Reads what could clash with a plan: public activities and counts alone, never who is in which group. */
export type ClashRepository = ReturnType<typeof createClashRepository>;

type Row = { id: ActivityId; starts_at: Date; ends_at: Date; shared: number | null };

const toRival = (row: Row): Rival => ({
  id: row.id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  sharedMembers: row.shared ?? undefined,
});

/** A repository over one connection. */
export function createClashRepository(manager: EntityManager) {
  return {
    /** What the group itself does, and what groups do that have at least five members in common with it. */
    async listShared({ groupId, except, stretch }: RivalSearch): Promise<readonly Rival[]> {
      const rows: readonly Row[] = await manager.query(
        `with shared as (
           select theirs.group_id, count(*)::int as members
           from actor_group_membership ours join actor_group_membership theirs using (member_id)
           where ours.group_id = $1 group by theirs.group_id having count(*) >= $5)
         select a.id, a.starts_at, a.ends_at, s.members as shared
         from activity a left join shared s on s.group_id = a.group_id
         where a.status = 'PUBLISHED' and a.ends_at > $2 and a.starts_at < $3 and a.id is distinct from $4
           and (a.group_id = $1 or s.members is not null)
         order by a.starts_at, a.id`,
        [groupId, stretch.from, stretch.to, except ?? null, clashRules.sharedMembersMin],
      );
      return rows.map(toRival);
    },

    /** What is of the same kind. */
    async listSameKind({ kind, except, stretch }: RivalSearch): Promise<readonly Rival[]> {
      const rows: readonly Row[] = await manager.query(
        `select a.id, a.starts_at, a.ends_at, null as shared from activity a
         where a.status = 'PUBLISHED' and a.kind = $1 and a.ends_at > $2 and a.starts_at < $3 and a.id is distinct from $4
         order by a.starts_at, a.id`,
        [kind, stretch.from, stretch.to, except ?? null],
      );
      return rows.map(toRival);
    },
  };
}
