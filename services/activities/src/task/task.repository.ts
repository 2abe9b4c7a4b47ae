import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { TeamTaskEntity } from './task.entity.js';
import type { TaskFacts, TaskId, TeamTask } from './task.js';

/** What is never due comes after everything that is. */
const never = '9999-12-31T00:00:00.000Z';

/** Reads and writes tasks. Reads by activity are for callers that may see its plans; they ask first. */
export type TaskRepository = ReturnType<typeof createTaskRepository>;

/** A repository over one connection or transaction. */
export function createTaskRepository(manager: EntityManager) {
  /** The tasks with what each waits for, in one further statement. */
  const withNeeds = async (tasks: readonly TeamTask[]): Promise<readonly TaskFacts[]> => {
    const rows: readonly { task_id: TaskId; needs_id: TaskId; is_open: boolean }[] =
      tasks.length === 0
        ? []
        : await manager.query(
            `select n.task_id, n.needs_id, t.status in ('OPEN', 'DOING') as is_open
             from team_task_need n join team_task t on t.id = n.needs_id
             where n.task_id = any($1::uuid[]) order by t.position, t.id`,
            [tasks.map(({ id }) => id)],
          );
    const byTask = Map.groupBy(rows, (row) => row.task_id);
    return tasks.map((task) => {
      const needs = byTask.get(task.id) ?? [];
      const open = needs.filter((row) => row.is_open);
      return { task, needs: needs.map((row) => row.needs_id), waitsFor: open.map((row) => row.needs_id) };
    });
  };
  const query = () => manager.createQueryBuilder(TeamTaskEntity, 'task');

  return {
    /** Which activity a task is for; nothing for a missing one. */
    async findActivityId(id: TaskId): Promise<ActivityId | undefined> {
      const [row]: { activity_id: ActivityId }[] = await manager.query(
        'select activity_id from team_task where id = $1',
        [id],
      );
      return row?.activity_id;
    },

    /** One task of an activity with what it waits for, or nothing. */
    async findFacts(id: TaskId): Promise<TaskFacts | undefined> {
      const task = await query().where('task.id = :id', { id }).getOne();
      return task === null ? undefined : (await withNeeds([task]))[0];
    },

    /** What each of these tasks waits for, by its id. */
    listFacts: async (tasks: readonly TeamTask[]): Promise<ReadonlyMap<TaskId, TaskFacts>> =>
      new Map((await withNeeds(tasks)).map((facts) => [facts.task.id, facts])),

    /** All tasks of the activities, in the order of the team. */
    listOf: async (activityIds: readonly ActivityId[]): Promise<readonly TaskFacts[]> =>
      withNeeds(
        await query()
          .where('task.activityId = any(:activityIds)', { activityIds })
          .orderBy('task.position')
          .addOrderBy('task.id')
          .getMany(),
      ),

    /** What a member has to do on teams they are on, the soonest due first and what is never due last. */
    async pageOwned(memberId: MemberId | undefined, { first, after }: PageRequest): Promise<Page<TaskFacts>> {
      const due = `coalesce(task.due_at, timestamptz '${never}')`;
      const list = query().where(
        `task.owner_id = :owner and task.status in ('OPEN', 'DOING') and exists (
           select 1 from team_place p where p.activity_id = task.activity_id and p.member_id = :owner and p.status = 'ON_TEAM')`,
        { owner: memberId ?? null },
      );
      if (after !== undefined) list.andWhere(`(${due}, task.id) > (:due, :after)`, { due: after[0], after: after[1] });
      const rows = await list
        .orderBy(due)
        .addOrderBy('task.id')
        .limit(first + 1)
        .getMany();
      return toPage(await withNeeds(rows), first, ({ task }) => [task.dueAt?.toISOString() ?? never, task.id]);
    },

    /** How many tasks an activity has, and the last position among them. Call it under the activity's lock. */
    async readBoard(activityId: ActivityId): Promise<{ readonly count: number; readonly last: number }> {
      const [row]: { count: number; last: number }[] = await manager.query(
        'select count(*)::int as count, coalesce(max(position), 0) as last from team_task where activity_id = $1',
        [activityId],
      );
      return row ?? { count: 0, last: 0 };
    },

    /** Whether waiting for these would make the task wait for itself, over however many others. Call it under the activity's lock. */
    async wouldCircle(id: TaskId, needs: readonly TaskId[]): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        `with recursive reached(id) as (
           select unnest($2::uuid[]) union select n.needs_id from team_task_need n join reached r on n.task_id = r.id)
         select 1 from reached where id = $1`,
        [id, needs],
      );
      return rows.length > 0;
    },

    /** Replaces what a task waits for. Call it under the activity's lock, after asking whether it would circle. */
    async replaceNeeds(id: TaskId, needs: readonly TaskId[]): Promise<void> {
      await manager.query('delete from team_task_need where task_id = $1 and needs_id <> all($2::uuid[])', [id, needs]);
      await manager.query(
        'insert into team_task_need (task_id, needs_id) select $1, unnest($2::uuid[]) on conflict do nothing',
        [id, needs],
      );
    },

    /** Puts the tasks of an activity into this order. Call it under the activity's lock. */
    async order(activityId: ActivityId, ids: readonly TaskId[]): Promise<void> {
      await manager.query(
        `update team_task t set position = list.place, version = version + 1
         from unnest($2::uuid[]) with ordinality as list(id, place)
         where t.id = list.id and t.activity_id = $1 and t.position <> list.place`,
        [activityId, ids],
      );
    },

    /** Leaves what a member still had to do for an activity without an owner. Call it under the activity's lock. */
    async freeOwned(activityId: ActivityId, memberId: MemberId): Promise<void> {
      await manager.query(
        `update team_task set owner_id = null, version = version + 1
         where activity_id = $1 and owner_id = $2 and status in ('OPEN', 'DOING')`,
        [activityId, memberId],
      );
    },

    /** Drops what was still to be done for an activity that is called off. Call it under the activity's lock. */
    async dropOpen(activityId: ActivityId): Promise<void> {
      await manager.query(
        `update team_task set status = 'DROPPED', version = version + 1
         where activity_id = $1 and status in ('OPEN', 'DOING')`,
        [activityId],
      );
    },

    add: (task: TeamTask): Promise<TeamTask> => insertRow(manager, TeamTaskEntity, task),
    save: (task: TeamTask): Promise<TeamTask> => updateRow(manager, TeamTaskEntity, task),
  };
}
