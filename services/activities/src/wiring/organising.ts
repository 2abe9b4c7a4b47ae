import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ActivityId } from '../activity/activity.js';
import { BudgetLineEntity } from '../budget/budget-line.entity.js';
import type { BudgetApproval, BudgetLine } from '../budget/budget.js';
import { createBudgetRepository, type BudgetRepository } from '../budget/budget.repository.js';
import { budgetResolvers } from '../budget/budget.resolvers.js';
import { addBudgetLine, editBudgetLine, removeBudgetLine } from '../budget/use-cases/plan-budget-line.js';
import type { Deps, Repositories } from '../deps.js';
import { ActivitySeriesEntity } from '../series/series.entity.js';
import type { Series, SeriesId } from '../series/series.js';
import { createSeriesRepository, type Occurrence, type SeriesRepository } from '../series/series.repository.js';
import { seriesResolvers } from '../series/series.resolvers.js';
import { editSeries, endSeries, skipSeriesDate } from '../series/use-cases/change-series.js';
import { draftAhead, draftAheadTask } from '../series/use-cases/draft-ahead.js';
import { startSeries, startSeriesFromTemplate } from '../series/use-cases/start-series.js';
import { RunItemEntity } from '../run-sheet/run-item.entity.js';
import { checkRunSheet, type RunItem, type RunWarning } from '../run-sheet/run-item.js';
import { createRunItemRepository, type RunItemRepository } from '../run-sheet/run-item.repository.js';
import { runItemResolvers } from '../run-sheet/run-item.resolvers.js';
import { addRunItem, editRunItem, removeRunItem } from '../run-sheet/use-cases/plan-run-item.js';
import { TeamTaskEntity } from '../task/task.entity.js';
import type { TaskFacts, TeamTask } from '../task/task.js';
import { createTaskRepository, type TaskRepository } from '../task/task.repository.js';
import { taskResolvers } from '../task/task.resolvers.js';
import { editTask } from '../task/use-cases/edit-task.js';
import { claimTask, dropTask, finishTask, reopenTask, startTask } from '../task/use-cases/move-task.js';
import { orderTasks } from '../task/use-cases/order-tasks.js';
import { planTask } from '../task/use-cases/plan-task.js';
import { remindOwner } from '../task/use-cases/remind-owner.js';
import { remindTask } from '../task/use-cases/tell-owner.js';
import { TeamPlaceEntity } from '../team/team.entity.js';
import type { TeamPlace, TeamPlaceId } from '../team/team.js';
import { createTeamRepository, type TeamRepository } from '../team/team.repository.js';
import { teamResolvers } from '../team/team.resolvers.js';
import { acceptTeamPlace, declineTeamPlace } from '../team/use-cases/answer-team-ask.js';
import { askOntoTeam } from '../team/use-cases/ask-onto-team.js';
import { correctLeading } from '../team/use-cases/correct-leading.js';
import { leaveTeam, removeFromTeam } from '../team/use-cases/end-team-place.js';
import { ActivityTemplateEntity } from '../template/template.entity.js';
import { createTemplateRepository, type TemplateRepository } from '../template/template.repository.js';
import { templateResolvers } from '../template/template.resolvers.js';
import { draftFromTemplate } from '../template/use-cases/draft-from-template.js';
import { retireTemplate, saveTemplate } from '../template/use-cases/save-template.js';

/** The tables of organising that are read as entities. */
export const organisingEntities = [
  TeamPlaceEntity,
  TeamTaskEntity,
  RunItemEntity,
  BudgetLineEntity,
  ActivityTemplateEntity,
  ActivitySeriesEntity,
];

/** The repositories of organising. */
export type OrganisingRepositories = {
  readonly teams: TeamRepository;
  readonly tasks: TaskRepository;
  readonly runItems: RunItemRepository;
  readonly budgets: BudgetRepository;
  readonly templates: TemplateRepository;
  readonly series: SeriesRepository;
};

/** These repositories over one connection or transaction. */
export function createOrganisingRepositories(manager: EntityManager): OrganisingRepositories {
  return {
    teams: createTeamRepository(manager),
    tasks: createTaskRepository(manager),
    runItems: createRunItemRepository(manager),
    budgets: createBudgetRepository(manager),
    templates: createTemplateRepository(manager),
    series: createSeriesRepository(manager),
  };
}

/** The lines of a budget and what was approved. */
type BudgetFacts = { readonly lines: readonly BudgetLine[]; readonly approval: BudgetApproval | undefined };

function createSeriesLoaders(series: Repositories['series']) {
  return {
    series: new DataLoader<ActivityId, Series | undefined>(async (ids) => {
      const seriesOf = new Map((await series.listOccurrencesOf(ids)).map((one) => [one.activityId, one.seriesId]));
      const byId = new Map((await series.list([...new Set(seriesOf.values())])).map((one) => [one.id, one]));
      return ids.map((id) => byId.get(seriesOf.get(id) ?? ('' as SeriesId)));
    }),
    occurrences: new DataLoader<SeriesId, readonly Occurrence[]>(async (ids) => {
      const bySeries = Map.groupBy(await series.listOccurrences(ids), ({ seriesId }) => seriesId);
      return ids.map((id) => bySeries.get(id) ?? []);
    }),
  };
}

/** The loaders of organising, for one request. Whoever loads plans by activity has asked whether the viewer may see them. */
export function createOrganisingLoaders(actor: Actor, repositories: Repositories) {
  const { activities, teams, tasks, runItems, budgets, series } = repositories;
  const runItemsOf = new DataLoader<ActivityId, readonly RunItem[]>(async (ids) => {
    const byActivity = Map.groupBy(await runItems.listOf(ids), ({ activityId }) => activityId);
    return ids.map((id) => byActivity.get(id) ?? []);
  });
  const tasksOf = new DataLoader<ActivityId, readonly TaskFacts[]>(async (ids) => {
    const byActivity = Map.groupBy(await tasks.listOf(ids), ({ task }) => task.activityId);
    return ids.map((id) => byActivity.get(id) ?? []);
  });
  return {
    teams: new DataLoader<ActivityId, readonly TeamPlace[]>(async (ids) => {
      const byActivity = Map.groupBy(await teams.listLive(actor, ids), ({ activityId }) => activityId);
      return ids.map((id) => byActivity.get(id) ?? []);
    }),
    teamPlaces: new DataLoader<TeamPlaceId, TeamPlace | undefined>(async (ids) => {
      const byId = new Map((await teams.listVisible(actor, ids)).map((place) => [place.id, place]));
      return ids.map((id) => byId.get(id));
    }),
    tasks: tasksOf,
    ...createSeriesLoaders(series),
    /** What a task that was read already waits for. */
    taskFacts: new DataLoader<TeamTask, TaskFacts, string>(
      async (list) => {
        const found = await tasks.listFacts(list);
        return list.map((task) => found.get(task.id) ?? { task, needs: [], waitsFor: [] });
      },
      { cacheKeyFn: ({ id, version }) => `${id}:${version}` },
    ),
    runItems: runItemsOf,
    /** What may be wrong with a line, seen beside the others of its activity. */
    runWarnings: new DataLoader<RunItem, readonly RunWarning[], string>(
      async (list) => {
        const ids = [...new Set(list.map(({ activityId }) => activityId))];
        const sheets = new Map(await readSheets(ids));
        return list.map(({ id }) => sheets.get(id) ?? []);
      },
      { cacheKeyFn: ({ id, version }) => `${id}:${version}` },
    ),
    budgets: new DataLoader<ActivityId, BudgetFacts>(async (ids) => {
      const byActivity = Map.groupBy(await budgets.listLines(ids), ({ activityId }) => activityId);
      const approvals = await budgets.listApprovals(ids);
      return ids.map((id) => ({ lines: byActivity.get(id) ?? [], approval: approvals.get(id) }));
    }),
  };

  async function readSheets(
    ids: readonly ActivityId[],
  ): Promise<readonly (readonly [RunItem['id'], readonly RunWarning[]])[]> {
    const times = new Map((await activities.listVisible(actor, ids)).map((activity) => [activity.id, activity]));
    const bySheet = Map.groupBy(await runItems.listOf(ids), ({ activityId }) => activityId);
    return [...bySheet].flatMap(([id, items]) => {
      const activity = times.get(id);
      return activity === undefined
        ? []
        : checkRunSheet(items, activity).map(({ item, warnings }) => [item.id, warnings] as const);
    });
  }
}

/** The mutations of organising. */
export const organisingUseCases = {
  acceptTeamPlace,
  addBudgetLine,
  addRunItem,
  askOntoTeam,
  claimTask,
  correctLeading,
  declineTeamPlace,
  draftFromTemplate,
  dropTask,
  editBudgetLine,
  editRunItem,
  editSeries,
  editTask,
  endSeries,
  finishTask,
  leaveTeam,
  orderTasks,
  planTask,
  removeBudgetLine,
  removeFromTeam,
  removeRunItem,
  reopenTask,
  retireTemplate,
  saveTemplate,
  skipSeriesDate,
  startSeries,
  startSeriesFromTemplate,
  startTask,
};

/** The resolvers of organising. */
export const organisingResolvers = mergeResolvers([
  teamResolvers,
  taskResolvers,
  runItemResolvers,
  budgetResolvers,
  templateResolvers,
  seriesResolvers,
]);

const seriesPayload = z.object({ seriesId: z.string() });
const taskPayload = z.object({ taskId: z.string() });

/** The timed decisions of organising. */
export function createOrganisingTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [draftAheadTask]: async (payload, due) => {
      requireDone(await draftAhead(deps, { seriesId: toId(seriesPayload.parse(payload).seriesId), due }));
    },
    [remindTask]: async (payload, due) => {
      requireDone(await remindOwner(deps, { taskId: toId(taskPayload.parse(payload).taskId), due }));
    },
  };
}
