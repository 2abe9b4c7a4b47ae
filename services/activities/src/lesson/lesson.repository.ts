import { insertRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { GroupId } from '../references/group.js';
import { LessonEntity } from './lesson.entity.js';
import type { Lesson } from './lesson.js';

const latestMax = 5;

/** Reads and writes lessons; the policy is asked before they are told of. */
export type LessonRepository = ReturnType<typeof createLessonRepository>;

/** A repository over one connection or transaction. */
export function createLessonRepository(manager: EntityManager) {
  return {
    /** The latest lessons of groups, five of each, latest first. */
    listLatest: (groupIds: readonly GroupId[]): Promise<readonly Lesson[]> =>
      manager
        .createQueryBuilder(LessonEntity, 'lesson')
        .where(
          `lesson.activityId in (
             select ranked.activity_id from (
               select l.activity_id, row_number() over (partition by l.group_id order by l.written_at desc, l.activity_id) as place
               from lesson l where l.group_id = any(:groupIds)
             ) ranked where ranked.place <= ${latestMax})`,
          { groupIds },
        )
        .orderBy('lesson.writtenAt', 'DESC')
        .addOrderBy('lesson.activityId')
        .getMany(),

    /** How many came and how many had a seat and did not, by the closed door list. */
    async countDoor(activityId: ActivityId): Promise<Pick<Lesson, 'came' | 'missed'>> {
      const [row]: readonly { came: number; missed: number }[] = await manager.query(
        `select count(*) filter (where status = 'ATTENDED')::int as came, count(*) filter (where status = 'NO_SHOW')::int as missed
         from registration where activity_id = $1`,
        [activityId],
      );
      return { came: row?.came ?? 0, missed: row?.missed ?? 0 };
    },

    add: (lesson: Lesson): Promise<Lesson> => insertRow(manager, LessonEntity, lesson),
  };
}
