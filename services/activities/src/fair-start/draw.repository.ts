import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { RegistrationId } from '../registration/registration.js';
import { seatSql } from '../registration/registration-status.js';
import type { DrawnEntry, Entrant, EntryId } from './fair-start.js';

/** A place as the draw left it. */
export type DrawnPlace = { readonly id: RegistrationId; readonly memberId: MemberId; readonly isPlaced: boolean };

/** What the draw reads and writes, and nothing else does. Call it under the activity's lock. */
export type DrawRepository = ReturnType<typeof createDrawRepository>;

/** A repository over one transaction. */
export function createDrawRepository(manager: EntityManager) {
  return {
    /** The seed that was committed to; it is gone from where it was kept once it is taken. */
    async takeSeed(activityId: ActivityId): Promise<string> {
      const [rows]: [readonly { seed: string }[], number] = await manager.query(
        'delete from fair_start_seed where activity_id = $1 returning seed',
        [activityId],
      );
      const seed = rows[0]?.seed;
      if (seed === undefined) throw new Error('a fair start that is not drawn has a seed');
      return seed;
    },

    /**
     * Everybody who entered. A first-timer never took part in an activity of the group; a draw was lost by whoever was
     * drawn, not placed, and did not come in later either.
     */
    async listEntrants(
      activityId: ActivityId,
      { groupId, lossesSince }: { readonly groupId: GroupId; readonly lossesSince: Date },
    ): Promise<readonly Entrant[]> {
      const rows: readonly {
        id: RegistrationId;
        member_id: MemberId;
        party_id: EntryId;
        is_first_timer: boolean;
        losses: number;
      }[] = await manager.query(
        `select r.id, r.member_id, r.party_id,
           not exists (select 1 from registration b join activity a on a.id = b.activity_id
             where b.member_id = r.member_id and a.group_id = $2 and b.status in ('CHECKED_IN', 'CHECKED_OUT', 'ATTENDED')) as is_first_timer,
           (select count(*)::int from registration b
             join draw_entry e on e.id = b.party_id join activity a on a.id = b.activity_id
             where b.member_id = r.member_id and not e.is_placed and b.draw_number is not null
               and a.drawn_at >= $3 and b.status not in ${seatSql}) as losses
         from registration r where r.activity_id = $1 and r.status = 'ENTERED' order by r.queued_at, r.id`,
        [activityId, groupId, lossesSince],
      );
      return rows.map((row) => ({
        registrationId: row.id,
        memberId: row.member_id,
        entryId: row.party_id,
        isFirstTimer: row.is_first_timer,
        losses: row.losses,
      }));
    },

    /**
     * Writes the result. Whoever is placed has the place even if they took something else for that time since they
     * entered, as they were told; those who wait are asked like anybody else. What each entry drew
     * and the seed are for everybody to know now.
     */
    async record(
      activityId: ActivityId,
      {
        entries,
        places,
        seed,
      }: {
        readonly entries: readonly Omit<DrawnEntry, 'rank' | 'activityId'>[];
        readonly places: number;
        readonly seed: string;
      },
    ): Promise<readonly DrawnPlace[]> {
      await manager.query('update fair_start set places = $2, seed = $3 where activity_id = $1', [
        activityId,
        places,
        seed,
      ]);
      await manager.query(
        `update draw_entry e set size = d.size, tickets = d.tickets, number = d.number, is_placed = d."isPlaced"
         from jsonb_to_recordset($1::jsonb) as d(id uuid, size smallint, tickets smallint, number text, "isPlaced" boolean)
         where e.id = d.id`,
        [JSON.stringify(entries)],
      );
      const [rows]: [readonly { id: RegistrationId; member_id: MemberId; status: string }[], number] =
        await manager.query(
          `update registration r set status = case when e.is_placed then 'CONFIRMED' else 'WAITLISTED' end,
           draw_number = e.number, despite_clash = e.is_placed, version = r.version + 1
         from draw_entry e where e.id = r.party_id and r.activity_id = $1 and r.status = 'ENTERED'
         returning r.id, r.member_id, r.status`,
          [activityId],
        );
      return rows.map((row) => ({ id: row.id, memberId: row.member_id, isPlaced: row.status === 'CONFIRMED' }));
    },
  };
}
