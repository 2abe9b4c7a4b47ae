import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import { mainDoor, type Checkpoint, type CheckpointId } from './checkpoint.js';

/** Reads and writes checkpoints. Whoever asks has read the activity within their scope before. */
export type CheckpointRepository = ReturnType<typeof createCheckpointRepository>;

type Row = { id: CheckpointId; activity_id: ActivityId; number: number; name: string | null; is_self_service: boolean };

const columns = 'id, activity_id, number, name, is_self_service';

const fromRow = ({ id, activity_id, number, name, is_self_service }: Row): Checkpoint => ({
  id,
  activityId: activity_id,
  number,
  name: name ?? undefined,
  isSelfService: is_self_service,
});

/** A repository over one connection or transaction. */
export function createCheckpointRepository(manager: EntityManager) {
  const listOf = async (
    activityIds: readonly ActivityId[],
  ): Promise<ReadonlyMap<ActivityId, readonly Checkpoint[]>> => {
    const rows: readonly Row[] = await manager.query(
      `select ${columns} from checkpoint where activity_id = any($1::uuid[]) and removed_at is null order by activity_id, number`,
      [activityIds],
    );
    const byActivity = Map.groupBy(rows.map(fromRow), ({ activityId }) => activityId);
    return new Map(
      activityIds.map((id) => {
        const found = byActivity.get(id) ?? [];
        return [id, found[0]?.number === 0 ? found : [mainDoor(id), ...found]];
      }),
    );
  };

  return {
    /** The checkpoints of activities, the main door first whether it was written down or not. */
    listOf,

    /** One checkpoint that was not removed, or nothing. The id of a published activity is that of its main door. */
    async find(activityId: ActivityId, id: CheckpointId): Promise<Checkpoint | undefined> {
      return (await listOf([activityId])).get(activityId)?.find((checkpoint) => checkpoint.id === id);
    },

    /** The activity of a checkpoint that was added, or nothing. */
    async findActivityId(id: CheckpointId): Promise<ActivityId | undefined> {
      const rows: readonly { activity_id: ActivityId }[] = await manager.query(
        'select activity_id from checkpoint where id = $1 and removed_at is null',
        [id],
      );
      return rows[0]?.activity_id;
    },

    /** How many there are besides the main door, and the last number that was ever used. Call it under the activity's lock. */
    async count(activityId: ActivityId): Promise<{ readonly count: number; readonly lastNumber: number }> {
      const rows: readonly { count: number; last: number }[] = await manager.query(
        `select count(*) filter (where number > 0 and removed_at is null)::int as count, coalesce(max(number), 0) as last
         from checkpoint where activity_id = $1`,
        [activityId],
      );
      return { count: rows[0]?.count ?? 0, lastNumber: rows[0]?.last ?? 0 };
    },

    /** Writes a checkpoint down, or changes whether people check themselves in there. */
    async put({ id, activityId, number, name, isSelfService }: Checkpoint): Promise<void> {
      await manager.query(
        `insert into checkpoint (id, activity_id, number, name, is_self_service) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set is_self_service = excluded.is_self_service`,
        [id, activityId, number, name ?? null, isSelfService],
      );
    },

    /** Makes sure that the main door is written down, before a scan names it. */
    async keepMainDoor(activityId: ActivityId): Promise<void> {
      await manager.query(
        `insert into checkpoint (id, activity_id, number, is_self_service) values ($1, $1, 0, false) on conflict do nothing`,
        [activityId],
      );
    },

    /** Takes a checkpoint away; what was scanned there stays. */
    async remove(id: CheckpointId, now: Date): Promise<void> {
      await manager.query('update checkpoint set removed_at = $2 where id = $1', [id, now]);
    },
  };
}
