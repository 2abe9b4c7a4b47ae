import { memberOf, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { editTask as edit, type TaskId, type TaskPlan } from '../task.js';
import { checkLinks } from './check-task.js';
import { openTask } from './open-task.js';
import { tellOwner } from './tell-owner.js';

/** Which task, and what changes; absent needs stay as they are. */
export type EditTask = {
  readonly taskId: TaskId;
  readonly changes: Partial<TaskPlan>;
  readonly needs: readonly TaskId[] | undefined;
};

/** Changes a task; a new owner is told, and the reminder follows the new date. */
export function editTask({ transaction, clock }: Deps, actor: Actor, { taskId, changes, needs }: EditTask) {
  return transaction(async (unit) => {
    const opened = await openTask(unit, actor, { taskId, action: 'EDIT' });
    if (!opened.ok) return opened;
    const { facts, activity } = opened.value;
    const now = clock.now();
    const edited = edit(facts, changes, now);
    if (!edited.ok) return edited;
    const before = facts.task.ownerId;
    // Who owned it before is not asked about again: they may have left what is only being renamed.
    const ownerId = edited.value.ownerId === before ? undefined : edited.value.ownerId;
    const linked = await checkLinks(unit, activity, { id: taskId, ownerId, needs, at: 'changes.' });
    if (!linked.ok) return linked;
    const task = await unit.tasks.save(edited.value);
    if (needs !== undefined) await unit.tasks.replaceNeeds(taskId, needs);
    await tellOwner(unit, task, { by: memberOf(actor), before, now });
    return ok(task);
  });
}
