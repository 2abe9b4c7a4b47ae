import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import type { DoorRules } from './door-rules.js';

/** Counts codes that people type at a door. */
export type DoorGuessRepository = ReturnType<typeof createDoorGuessRepository>;

/** A repository over one connection or transaction. */
export function createDoorGuessRepository(manager: EntityManager) {
  return {
    /** Counts one more guess and says how many there were within the window, with this one. */
    async count(
      activityId: ActivityId,
      memberId: MemberId,
      { now, rules }: { readonly now: Date; readonly rules: DoorRules },
    ) {
      const windowStart = new Date(now.getTime() - rules.guessMinutes * 60_000);
      const rows: readonly { guesses: number }[] = await manager.query(
        `insert into door_guess as kept (activity_id, member_id, guesses, since) values ($1, $2, 1, $3)
         on conflict (activity_id, member_id) do update set
           guesses = case when kept.since < $4 then 1 else kept.guesses + 1 end,
           since = case when kept.since < $4 then excluded.since else kept.since end
         returning guesses`,
        [activityId, memberId, now, windowStart],
      );
      return rows[0]?.guesses ?? 1;
    },

    /** Forgets the guesses of somebody who knew the code. */
    async forget(activityId: ActivityId, memberId: MemberId): Promise<void> {
      await manager.query('delete from door_guess where activity_id = $1 and member_id = $2', [activityId, memberId]);
    },
  };
}
