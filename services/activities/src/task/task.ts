/*
 * Something to be done for an activity: it may have an owner from the team, a due date, and other tasks it waits for.
 * Life: open, in hand, done or dropped, and open again. Whether it is blocked or late is derived. Owner: activities.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import { currentTaskRules, taskRulesOf } from './task-rules.js';

/** The id of a task. */
export type TaskId = Id<'TeamTask'>;

/** Where a task stands. */
export type TaskStatus = 'OPEN' | 'DOING' | 'DONE' | 'DROPPED';

/** What organisers decide about a task. */
export type TaskPlan = {
  readonly title: string;
  readonly notes: string;
  readonly ownerId: MemberId | undefined;
  readonly dueAt: Date | undefined;
};

/** A task as stored. */
export type TeamTask = TaskPlan & {
  readonly id: TaskId;
  readonly activityId: ActivityId;
  readonly position: number;
  readonly status: TaskStatus;
  readonly rulesVersion: number;
  readonly version: number;
};

/** A task with the tasks it waits for: all of them, and those of them that are still to be done. */
export type TaskFacts = {
  readonly task: TeamTask;
  readonly needs: readonly TaskId[];
  readonly waitsFor: readonly TaskId[];
};

/** What can happen to a task. */
export type TaskAction = 'EDIT' | 'CLAIM' | 'START' | 'FINISH' | 'REOPEN' | 'DROP';

const isReady = ({ waitsFor }: TaskFacts): boolean => waitsFor.length === 0;

/** The life of a task. What waits for another task can be neither begun nor finished. */
export const taskLifecycle = defineLifecycle<TaskFacts, TaskStatus, TaskAction>(
  {
    name: 'TeamTask',
    initial: ['OPEN'],
    states: ['OPEN', 'DOING', 'DONE', 'DROPPED'],
    transitions: {
      EDIT: { from: ['OPEN', 'DOING'], to: ['OPEN', 'DOING'] },
      CLAIM: { from: ['OPEN'], to: ['OPEN'], guard: ({ task }) => task.ownerId === undefined },
      START: { from: ['OPEN'], to: ['DOING'], guard: isReady },
      FINISH: { from: ['OPEN', 'DOING'], to: ['DONE'], guard: isReady },
      REOPEN: { from: ['DOING', 'DONE', 'DROPPED'], to: ['OPEN'] },
      DROP: { from: ['OPEN', 'DOING'], to: ['DROPPED'] },
    },
  },
  ({ task }) => task.status,
);

/** Whether the task should have been done by now. */
export const isLate = ({ status, dueAt }: TeamTask, now: Date): boolean =>
  (status === 'OPEN' || status === 'DOING') && dueAt !== undefined && dueAt < now;

/** When the owner is reminded; nothing when there is nobody to remind, nothing due, or it is done. */
export function remindAt(task: TeamTask): Date | undefined {
  const isToDo = task.status === 'OPEN' || task.status === 'DOING';
  if (task.dueAt === undefined || task.ownerId === undefined || !isToDo) return undefined;
  return new Date(task.dueAt.getTime() - taskRulesOf(task).remindHours * 3_600_000);
}

type Origin = Pick<TeamTask, 'id' | 'activityId' | 'position'>;

/** Plans a task; it comes last until the team orders it. */
export function planTask(plan: TaskPlan, origin: Origin): Result<TeamTask, ValidationError> {
  const { title, notes, ownerId, dueAt } = plan;
  return checkPlan(plan, '').finish({
    title: title.trim(),
    notes: notes.trim(),
    ownerId,
    dueAt,
    ...origin,
    status: 'OPEN' as const,
    rulesVersion: currentTaskRules.version,
    version: 1,
  });
}

/** Changes what a task asks for, while it is still to be done. */
export function editTask(
  facts: TaskFacts,
  changes: Partial<TaskPlan>,
  now: Date,
): Result<TeamTask, ValidationError | IllegalTransitionError> {
  const { task } = facts;
  if (!taskLifecycle.can('EDIT', facts, now)) return err(illegalTransition('EDIT', task.status));
  const edited: TeamTask = { ...task, ...changes };
  return checkPlan(edited, 'changes.').finish({ ...edited, title: edited.title.trim(), notes: edited.notes.trim() });
}

/** Takes a step in the life of a task. */
export function moveTask(
  facts: TaskFacts,
  action: 'START' | 'FINISH' | 'REOPEN' | 'DROP',
  now: Date,
): Result<TeamTask, IllegalTransitionError> {
  const status = taskLifecycle.next(action, facts, now);
  return status.ok ? ok({ ...facts.task, status: status.value }) : status;
}

const checkPlan = ({ title, notes }: TaskPlan, at: string): FieldChecks =>
  new FieldChecks().text(`${at}title`, title, { min: 2, max: 120 }).text(`${at}notes`, notes, { min: 0, max: 2000 });
