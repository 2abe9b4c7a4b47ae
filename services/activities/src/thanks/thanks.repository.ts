import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { thanksRules, type Thanks, type ThanksId } from './thanks.js';

/** Reads and writes thanks; whoever asks may read those of the activity. */
export type ThanksRepository = ReturnType<typeof createThanksRepository>;

type ThanksRow = { id: ThanksId; activity_id: ActivityId; giver_id: MemberId; body: string; thanked_at: Date };

/** A repository over one connection or transaction. */
export function createThanksRepository(manager: EntityManager) {
  const list = async (condition: string, parameter: unknown): Promise<readonly Thanks[]> => {
    const rows: readonly ThanksRow[] = await manager.query(
      `select id, activity_id, giver_id, body, thanked_at from activity_thanks where ${condition} order by thanked_at, id`,
      [parameter],
    );
    return rows.map((row) => ({
      id: row.id,
      activityId: row.activity_id,
      giverId: row.giver_id,
      body: row.body,
      thankedAt: row.thanked_at,
    }));
  };
  return {
    /** The thanks of the activities, at most `thanksRules.perActivity` each. */
    listOf: (activityIds: readonly ActivityId[]): Promise<readonly Thanks[]> =>
      list('activity_id = any($1::uuid[])', activityIds),

    find: async (id: ThanksId): Promise<Thanks | null> => (await list('id = $1', id))[0] ?? null,

    /** Whether the activity holds as many as it may. Call it under the activity's lock. */
    isFull: async (activityId: ActivityId): Promise<boolean> =>
      (await list('activity_id = $1', activityId)).length >= thanksRules.perActivity,

    add: async ({ id, activityId, giverId, body, thankedAt }: Thanks): Promise<void> => {
      await insertRows(manager, 'activity_thanks', [
        { id, activity_id: activityId, giver_id: giverId, body, thanked_at: thankedAt },
      ]);
    },
  };
}
