import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import { mainDoor } from '../checkpoint.js';

/** Whether people may check themselves in at the main door. */
export type OpenSelfCheckIn = { readonly activityId: ActivityId; readonly isOpen: boolean };

/** Lets people check themselves in with the code shown at the main door, or no longer; for whoever keeps the door. */
export function openSelfCheckIn(
  { transaction, doorKeys }: Deps,
  actor: Actor,
  { activityId, isOpen }: OpenSelfCheckIn,
) {
  return transaction(async ({ activities, checkpoints }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const isAllowed = activityPolicy.can(actor, 'CHECK_IN', activity) && doorKeys !== undefined;
    if (!isAllowed) return err(notAllowed('CHECK_IN', 'Activity'));
    await checkpoints.put({ ...mainDoor(activityId), isSelfService: isOpen });
    return ok(activity);
  });
}
