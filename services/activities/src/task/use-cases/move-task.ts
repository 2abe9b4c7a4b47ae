import { err, illegalTransition, memberOf, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { moveTask, taskLifecycle, type TaskId } from '../task.js';
import { openTask } from './open-task.js';
import { tellOwner } from './tell-owner.js';

type Input = { readonly taskId: TaskId };
type Step = 'START' | 'FINISH' | 'REOPEN' | 'DROP';

function step({ transaction, clock }: Deps, actor: Actor, { taskId, action }: Input & { readonly action: Step }) {
  return transaction(async (unit) => {
    const opened = await openTask(unit, actor, { taskId, action });
    if (!opened.ok) return opened;
    const now = clock.now();
    const moved = moveTask(opened.value.facts, action, now);
    if (!moved.ok) return moved;
    const task = await unit.tasks.save(moved.value);
    await tellOwner(unit, task, { by: memberOf(actor), before: task.ownerId, now });
    return ok(task);
  });
}

/** Takes a task in hand; not while it waits for another. */
export const startTask = (deps: Deps, actor: Actor, { taskId }: Input) =>
  step(deps, actor, { taskId, action: 'START' });

/** Marks a task as done; not while it waits for another. */
export const finishTask = (deps: Deps, actor: Actor, { taskId }: Input) =>
  step(deps, actor, { taskId, action: 'FINISH' });

/** Opens a task again that was in hand, done or dropped. */
export const reopenTask = (deps: Deps, actor: Actor, { taskId }: Input) =>
  step(deps, actor, { taskId, action: 'REOPEN' });

/** Drops a task: what waits for it waits no longer. */
export const dropTask = (deps: Deps, actor: Actor, { taskId }: Input) => step(deps, actor, { taskId, action: 'DROP' });

/** Takes a task that nobody has; whoever is first has it. */
export function claimTask({ transaction, clock }: Deps, actor: Actor, { taskId }: Input) {
  return transaction(async (unit) => {
    const opened = await openTask(unit, actor, { taskId, action: 'CLAIM' });
    if (!opened.ok) return opened;
    const { facts } = opened.value;
    const now = clock.now();
    if (!taskLifecycle.can('CLAIM', facts, now)) return err(illegalTransition('CLAIM', facts.task.status));
    const task = await unit.tasks.save({ ...facts.task, ownerId: memberOf(actor) });
    await tellOwner(unit, task, { by: memberOf(actor), before: undefined, now });
    return ok(task);
  });
}
