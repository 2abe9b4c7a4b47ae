import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { testActivity } from '../../test/organised.js';
import { memberIds } from '../../test/personas.js';
import {
  isLate,
  planTask,
  remindAt,
  taskLifecycle,
  type TaskAction,
  type TaskFacts,
  type TaskId,
  type TaskStatus,
} from './task.js';
import { taskRulesOf } from './task-rules.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const later = new Date('2026-10-07T09:00:00.000Z');
const id = '018f0000-0000-7000-8000-0000000000d2' as TaskId;
const other = '018f0000-0000-7000-8000-0000000000d3' as Id<'TeamTask'>;

function facts(status: TaskStatus, waitsFor: readonly TaskId[] = [], ownerId = memberIds.ada): TaskFacts {
  const planned = planTask(
    { title: 'Book', notes: '', ownerId, dueAt: later },
    { id, activityId: testActivity.id, position: 1 },
  );
  if (!planned.ok) throw new Error('the plan is sound');
  return { task: { ...planned.value, status }, needs: waitsFor, waitsFor };
}

const free: Readonly<Record<TaskStatus, readonly TaskAction[]>> = {
  OPEN: ['EDIT', 'START', 'FINISH', 'DROP'],
  DOING: ['EDIT', 'FINISH', 'REOPEN', 'DROP'],
  DONE: ['REOPEN'],
  DROPPED: ['REOPEN'],
};
const blocked: Readonly<Record<TaskStatus, readonly TaskAction[]>> = {
  OPEN: ['EDIT', 'DROP'],
  DOING: ['EDIT', 'REOPEN', 'DROP'],
  DONE: ['REOPEN'],
  DROPPED: ['REOPEN'],
};

describe('a task', () => {
  it.each(Object.keys(free) as TaskStatus[])('allows in %s what the tables say, free and blocked', (status) => {
    expect(taskLifecycle.possible(facts(status), now)).toEqual(free[status]);
    expect(taskLifecycle.possible(facts(status, [other]), now)).toEqual(blocked[status]);
  });

  it('can be taken while nobody has it', () => {
    const { task } = facts('OPEN');
    const unowned = { task: { ...task, ownerId: undefined }, needs: [], waitsFor: [] };
    expect(taskLifecycle.can('CLAIM', unowned, now)).toBe(true);
    expect(remindAt(unowned.task)).toBeUndefined();
  });

  it('is late after its date, and its owner is reminded a day before, while it is to be done', () => {
    const { task } = facts('OPEN');
    expect(isLate(task, later)).toBe(false);
    expect(isLate(task, new Date(later.getTime() + 1))).toBe(true);
    expect(isLate({ ...task, status: 'DONE' }, new Date(later.getTime() + 1))).toBe(false);
    expect(remindAt(task)).toEqual(new Date('2026-10-06T09:00:00.000Z'));
    expect(remindAt({ ...task, status: 'DROPPED' })).toBeUndefined();
    expect(() => taskRulesOf({ rulesVersion: 99 })).toThrow('no task rules of version 99');
  });
});
