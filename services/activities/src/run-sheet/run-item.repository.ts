import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { RunItemEntity } from './run-item.entity.js';
import type { RunItem, RunItemId } from './run-item.js';

/** Reads and writes run sheets, for callers that may see the plans of the activity; they ask first. */
export type RunItemRepository = ReturnType<typeof createRunItemRepository>;

/** A repository over one connection or transaction. */
export function createRunItemRepository(manager: EntityManager) {
  const query = () => manager.createQueryBuilder(RunItemEntity, 'item');
  return {
    /** One line, or nothing. Who may see it follows from its activity. */
    find: (id: RunItemId): Promise<RunItem | null> => query().where('item.id = :id', { id }).getOne(),

    /** The lines of the activities by their start. */
    listOf: (activityIds: readonly ActivityId[]): Promise<readonly RunItem[]> =>
      query()
        .where('item.activityId = any(:activityIds)', { activityIds })
        .orderBy('item.startsAt')
        .addOrderBy('item.id')
        .getMany(),

    /** Leaves the lines of a member without anybody. Call it under the activity's lock. */
    async freeHeld(activityId: ActivityId, memberId: MemberId): Promise<void> {
      await manager.query(
        'update run_item set member_id = null, version = version + 1 where activity_id = $1 and member_id = $2',
        [activityId, memberId],
      );
    },

    async remove(id: RunItemId): Promise<void> {
      await manager.query('delete from run_item where id = $1', [id]);
    },
    add: (item: RunItem): Promise<RunItem> => insertRow(manager, RunItemEntity, item),
    save: (item: RunItem): Promise<RunItem> => updateRow(manager, RunItemEntity, item),
  };
}
