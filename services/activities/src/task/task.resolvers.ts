import { memberOf, toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers, TeamTaskChangesInput } from '../generated/graphql.js';
import type { MemberReference } from '../references/member.js';
import { taskPolicy } from './task.policy.js';
import { isLate, taskLifecycle, type TaskPlan, type TeamTask } from './task.js';

/** Resolvers of tasks. A mutation answers with the row, and the fields that follow from others read it again. */
export const taskResolvers: Resolvers = {
  Viewer: {
    teamTasks: async (_viewer, page, { actor, read }) => {
      const found = await read.tasks.pageOwned(memberOf(actor), readPageRequest(page, ['instant', 'id']));
      return { ...found, edges: found.edges.map((edge) => ({ ...edge, node: edge.node.task })) };
    },
  },
  Organising: {
    tasks: async (activity, _args, { loaders }) =>
      (await loaders.organising.tasks.load(activity.id)).map(({ task }) => task),
  },
  TeamTask: {
    activity: async ({ activityId }, _args, { loaders }) => (await loaders.activities.load(activityId)) ?? null,
    owner: ({ ownerId }): MemberReference | null => (ownerId === undefined ? null : { id: ownerId }),
    isBlocked: async (task, _args, { loaders }) => (await loaders.organising.taskFacts.load(task)).waitsFor.length > 0,
    isLate: (task, _args, { now }) => isLate(task, now),
    needs: async (task, _args, { loaders }) => [...(await loaders.organising.taskFacts.load(task)).needs],
    waitsFor: async (task, _args, { loaders }) => [...(await loaders.organising.taskFacts.load(task)).waitsFor],
    viewerActions: async (task, _args, { actor, now, loaders }) => {
      const activity = await loaders.activities.load(task.activityId);
      if (activity === undefined) return [];
      const facts = await loaders.organising.taskFacts.load(task);
      return viewerActions(taskLifecycle, facts, now, (action) => taskPolicy.can(actor, action, { task, activity }));
    },
  },
  Mutation: {
    planTask: async (_root, { input }, { actor, activities }) =>
      toResult(
        'PlanTaskSuccess',
        await activities.planTask(actor, {
          activityId: toId(input.activityId),
          title: input.title,
          notes: input.notes ?? '',
          ownerId: input.ownerId == null ? undefined : toId(input.ownerId),
          dueAt: input.dueAt ?? undefined,
          needs: (input.needs ?? []).map((need) => toId(need)),
        }),
        succeed,
      ),
    editTask: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EditTaskSuccess',
        await activities.editTask(actor, {
          taskId: toId(input.taskId),
          changes: toChanges(input.changes),
          needs: input.changes.needs?.map((need) => toId(need)),
        }),
        succeed,
      ),
    claimTask: async (_root, { input }, { actor, activities }) =>
      toResult('ClaimTaskSuccess', await activities.claimTask(actor, { taskId: toId(input.taskId) }), succeed),
    startTask: async (_root, { input }, { actor, activities }) =>
      toResult('StartTaskSuccess', await activities.startTask(actor, { taskId: toId(input.taskId) }), succeed),
    finishTask: async (_root, { input }, { actor, activities }) =>
      toResult('FinishTaskSuccess', await activities.finishTask(actor, { taskId: toId(input.taskId) }), succeed),
    reopenTask: async (_root, { input }, { actor, activities }) =>
      toResult('ReopenTaskSuccess', await activities.reopenTask(actor, { taskId: toId(input.taskId) }), succeed),
    dropTask: async (_root, { input }, { actor, activities }) =>
      toResult('DropTaskSuccess', await activities.dropTask(actor, { taskId: toId(input.taskId) }), succeed),
    orderTasks: async (_root, { input }, { actor, activities }) =>
      toResult(
        'OrderTasksSuccess',
        await activities.orderTasks(actor, {
          activityId: toId(input.activityId),
          taskIds: input.taskIds.map((id) => toId(id)),
        }),
        (activity) => ({ activity }),
      ),
  },
};

function succeed(task: TeamTask) {
  return { task };
}

function toChanges({ title, notes, ownerId, dueAt }: TeamTaskChangesInput): Partial<TaskPlan> {
  return {
    ...(title != null && { title }),
    ...(notes != null && { notes }),
    ...(ownerId !== undefined && { ownerId: ownerId === null ? undefined : toId(ownerId) }),
    ...(dueAt !== undefined && { dueAt: dueAt ?? undefined }),
  };
}
