import type { Actor, Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import { activitiesMax, friendsMax, type FriendGoing, type GoingSharing } from './going.js';
import { visibleGoing } from './going.policy.js';

/** Reads which connections go where, for one viewer, and keeps who may be told of. */
export type GoingRepository = ReturnType<typeof createGoingRepository>;

/** Everybody the viewer ($1) may know to go somewhere: connected, not blocked either way, active, named to them, and willing. */
const told = `activity_place p
  join connected_member c on c.member_id = $1::uuid and c.other_id = p.member_id
  join going_sharing g on g.member_id = p.member_id
  join member m on m.id = p.member_id and m.status = 'ACTIVE' and m.audiences->>'displayName' <> 'ONLY_ME'`;
const notBlocked = 'not is_blocked($1::uuid, p.member_id)';

/** A repository over one connection or transaction. */
export function createGoingRepository(manager: EntityManager) {
  return {
    /** The actor's connections who go to the activities, by name, and no more than may be named of each. */
    async listFriends(actor: Actor, activityIds: readonly Id<'Activity'>[]): Promise<readonly FriendGoing[]> {
      const rows: readonly { activity_id: Id<'Activity'>; member_id: MemberId }[] = await manager.query(
        `select activity_id, member_id from (
           select p.activity_id, p.member_id,
             row_number() over (partition by p.activity_id order by lower(m.display_name), p.member_id) as place
           from ${told} where p.activity_id = any($2::uuid[]) and ${notBlocked}
         ) named where place <= ${friendsMax} order by activity_id, place`,
        [visibleGoing(actor) ?? null, activityIds],
      );
      return rows.map((row) => ({ activityId: row.activity_id, memberId: row.member_id }));
    },

    /** The activities that connections of the actor's go to, the oldest first. */
    async listActivities(actor: Actor): Promise<readonly Id<'Activity'>[]> {
      const rows: readonly { activity_id: Id<'Activity'> }[] = await manager.query(
        `select distinct p.activity_id from ${told} where ${notBlocked} order by p.activity_id limit ${activitiesMax}`,
        [visibleGoing(actor) ?? null],
      );
      return rows.map((row) => row.activity_id);
    },

    /** What a member chose. */
    async read(memberId: MemberId): Promise<GoingSharing> {
      const rows: readonly unknown[] = await manager.query('select 1 from going_sharing where member_id = $1', [
        memberId,
      ]);
      return { memberId, isShown: rows.length > 0 };
    },

    /** Keeps what a member chose. */
    async save({ memberId, isShown }: GoingSharing): Promise<void> {
      if (isShown)
        await manager.query(
          'insert into going_sharing (member_id) values ($1) on conflict on constraint going_sharing_pk do nothing',
          [memberId],
        );
      else await manager.query('delete from going_sharing where member_id = $1', [memberId]);
    },
  };
}
