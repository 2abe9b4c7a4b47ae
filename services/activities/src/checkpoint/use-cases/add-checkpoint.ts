import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import { addCheckpoint as add } from '../checkpoint.js';

/** Where a checkpoint is added, and what it is called. */
export type AddCheckpoint = { readonly activityId: ActivityId; readonly name: string };

/** Adds a checkpoint besides the main door, such as a bus or a meal. Everybody with a place has a pass for it at once. */
export function addCheckpoint({ transaction, ids }: Deps, actor: Actor, { activityId, name }: AddCheckpoint) {
  return transaction(async ({ activities, checkpoints }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'CLOSE_ATTENDANCE', activity)) return err(notAllowed('EDIT', 'Activity'));
    const added = add({ id: ids.ordered(), activityId, name }, await checkpoints.count(activityId));
    if (!added.ok) return added;
    await checkpoints.put(added.value);
    return ok(activity);
  });
}
