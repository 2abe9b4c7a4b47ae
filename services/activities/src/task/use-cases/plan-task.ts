import { err, limitReached, memberOf, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { openOrganising } from '../../team/use-cases/open-organising.js';
import { currentTaskRules } from '../task-rules.js';
import { planTask as plan, type TaskId, type TaskPlan } from '../task.js';
import { checkLinks } from './check-task.js';
import { tellOwner } from './tell-owner.js';

/** A task to plan for an activity, and what it waits for. */
export type PlanTask = TaskPlan & { readonly activityId: ActivityId; readonly needs: readonly TaskId[] };

/** Plans a task; its owner is told. */
export function planTask({ transaction, clock, ids }: Deps, actor: Actor, { activityId, needs, ...asked }: PlanTask) {
  return transaction(async (unit) => {
    const opened = await openOrganising(unit, actor, { activityId, action: 'PLAN', kind: 'Activity' });
    if (!opened.ok) return opened;
    const { count, last } = await unit.tasks.readBoard(activityId);
    const { tasksMax } = currentTaskRules;
    if (count >= tasksMax) return err(limitReached('This activity has too many tasks.', tasksMax));
    const planned = plan(asked, { id: ids.ordered(), activityId, position: last + 1 });
    if (!planned.ok) return planned;
    const { id, ownerId } = planned.value;
    const linked = await checkLinks(unit, opened.value, { id, ownerId, needs, at: '' });
    if (!linked.ok) return linked;
    const task = await unit.tasks.add(planned.value);
    await unit.tasks.replaceNeeds(id, needs);
    await tellOwner(unit, task, { by: memberOf(actor), before: undefined, now: clock.now() });
    return ok(task);
  });
}
