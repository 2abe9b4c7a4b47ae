import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import { seatSql } from '../registration/registration-status.js';
import type { PoolCount } from '../registration/seat-book.js';
import { PoolEntity } from './pool.entity.js';
import type { Pool, PoolId } from './pool.js';

/** Reads and writes pools. Whoever may see an activity may see its pools, so reads name activities that were read with the actor. */
export type PoolRepository = ReturnType<typeof createPoolRepository>;

/** A repository over one connection or transaction. */
export function createPoolRepository(manager: EntityManager) {
  return {
    /** The pools of the activities, each activity's in the order in which they were made. */
    listOfActivities: (activityIds: readonly ActivityId[]): Promise<readonly Pool[]> =>
      manager
        .createQueryBuilder(PoolEntity, 'pool')
        .where('pool.activityId = any(:activityIds)', { activityIds })
        .orderBy('pool.createdAt')
        .addOrderBy('pool.id')
        .getMany(),

    /** Seats taken in each pool and in the general one, of several activities. */
    async countSeats(activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, readonly PoolCount[]>> {
      const rows: readonly { activity_id: ActivityId; pool_id: PoolId | null; taken: number }[] = await manager.query(
        `select activity_id, pool_id, count(*)::int as taken from registration
         where activity_id = any($1::uuid[]) and status in ${seatSql} group by activity_id, pool_id`,
        [activityIds],
      );
      const counts = rows.map((row) => ({
        activityId: row.activity_id,
        count: { poolId: row.pool_id ?? undefined, taken: row.taken, isAwaited: false },
      }));
      const byActivity = Map.groupBy(counts, ({ activityId }) => activityId);
      return new Map([...byActivity].map(([id, of]) => [id, of.map(({ count }) => count)]));
    },

    /** One pool. The activity it names has to be asked for with the actor. */
    find: (id: PoolId): Promise<Pool | null> => manager.findOneBy(PoolEntity, { id }),

    /** Whether somebody has or had a place in it. */
    async isUsed(id: PoolId): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query('select 1 from registration where pool_id = $1 limit 1', [
        id,
      ]);
      return rows.length > 0;
    },

    add: (pool: Pool): Promise<Pool> => insertRow(manager, PoolEntity, pool),
    save: (pool: Pool): Promise<Pool> => updateRow(manager, PoolEntity, pool),
    remove: (id: PoolId): Promise<unknown> => manager.query('delete from pool where id = $1', [id]),
  };
}
