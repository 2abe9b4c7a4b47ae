import type { EntityManager } from 'typeorm';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** What the people of a group are warned of. */
export type GroupAlert = {
  readonly id: string;
  readonly groupId: GroupId;
  readonly kind: 'OFFICERS_ENDING' | 'OFFICERS_MISSING' | 'REAFFILIATION_OPEN' | 'REAFFILIATION_SOON';
  /** The instant the warning is about; a group is warned of each instant once. */
  readonly about: Date;
  readonly toldAt: Date;
};

/** Remembers of what groups were warned. */
export type GroupAlertRepository = ReturnType<typeof createGroupAlertRepository>;

/** A repository over one connection or transaction. */
export function createGroupAlertRepository(manager: EntityManager) {
  return {
    /** Remembers a warning; false when the group had it already. */
    async addOnce({ id, groupId, kind, about, toldAt }: GroupAlert): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `insert into group_alert (id, group_id, kind, about, told_at) values ($1, $2, $3, $4, $5)
         on conflict on constraint group_alert_once do nothing returning id`,
        [id, groupId, kind, about, toldAt],
      );
      return rows.length > 0;
    },

    /** The group's people who could take up an office: active in it and in the union. */
    async listWhoMayStand(groupId: GroupId): Promise<readonly MemberId[]> {
      const rows: readonly { member_id: MemberId }[] = await manager.query(
        `select g.member_id from group_membership g join member m on m.id = g.member_id
         where g.group_id = $1 and g.status = 'ACTIVE' and m.status = 'ACTIVE'`,
        [groupId],
      );
      return rows.map((row) => row.member_id);
    },
  };
}
