import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';

/** That a place of an activity began or ceased to be held, as the activities service tells it. */
export type PlaceTold = {
  readonly registrationId: string;
  readonly activityId: Id<'Activity'>;
  readonly memberId: MemberId;
  readonly isHeld: boolean;
  readonly changedAt: Date;
};

/** Writes who holds a place of what. Whoever reads it joins the view `activity_place (activity_id, member_id)`. */
export function createActivityPlaceRepository(manager: EntityManager) {
  return {
    /** Notes the newest word on a registration; an older one that comes late changes nothing. Says whether it was noted. */
    async note({ registrationId, activityId, memberId, isHeld, changedAt }: PlaceTold): Promise<boolean> {
      const rows: readonly object[] = await manager.query(
        `insert into place_told (registration_id, activity_id, member_id, is_held, changed_at)
         select $1, $2, id, $4, $5 from member where id = $3 and status <> 'ERASED'
         on conflict on constraint place_told_pk do update set is_held = excluded.is_held, changed_at = excluded.changed_at
           where place_told.changed_at <= excluded.changed_at
         returning registration_id`,
        [registrationId, activityId, memberId, isHeld, changedAt],
      );
      return rows.length > 0;
    },

    /** Whether the member holds a place of the activity. */
    async isHeld(activityId: Id<'Activity'>, memberId: MemberId): Promise<boolean> {
      const rows: readonly object[] = await manager.query(
        'select 1 from activity_place where activity_id = $1 and member_id = $2',
        [activityId, memberId],
      );
      return rows.length > 0;
    },

    /** Forgets who held a place of the activity. */
    forget: async (activityId: Id<'Activity'>): Promise<void> =>
      void (await manager.query('delete from place_told where activity_id = $1', [activityId])),
  };
}
