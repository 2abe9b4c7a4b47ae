import { FieldChecks, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { openOrganising } from '../../team/use-cases/open-organising.js';
import type { TaskId } from '../task.js';

/** The tasks of an activity in their new order, each of them once. */
export type OrderTasks = { readonly activityId: ActivityId; readonly taskIds: readonly TaskId[] };

/** Puts the tasks into an order. It must name each of them, so that an order made before somebody added one is noticed. */
export function orderTasks({ transaction }: Deps, actor: Actor, { activityId, taskIds }: OrderTasks) {
  return transaction(async (unit) => {
    const opened = await openOrganising(unit, actor, { activityId, action: 'PLAN', kind: 'Activity' });
    if (!opened.ok) return opened;
    const known = (await unit.tasks.listOf([activityId])).map(({ task }) => task.id);
    const isWhole =
      new Set(taskIds).size === taskIds.length &&
      known.length === taskIds.length &&
      known.every((id) => taskIds.includes(id));
    const checked = new FieldChecks()
      .that(isWhole, 'taskIds', 'CONTRADICTION', 'Name each task of the activity once; somebody may have added one.')
      .finish(true);
    if (!checked.ok) return checked;
    await unit.tasks.order(activityId, taskIds);
    return ok(opened.value);
  });
}
