import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import type { CheckpointId } from '../checkpoint.js';

/** Takes a checkpoint away. What was scanned there stays on record; its number is not used again. */
export function removeCheckpoint(
  { transaction, clock }: Deps,
  actor: Actor,
  { checkpointId }: { readonly checkpointId: CheckpointId },
) {
  return transaction(async ({ activities, checkpoints }) => {
    const activityId = await checkpoints.findActivityId(checkpointId);
    const activity = activityId === undefined ? null : await activities.findVisibleLocked(actor, activityId);
    const checkpoint = activity === null ? undefined : await checkpoints.find(activity.id, checkpointId);
    if (activity === null || checkpoint === undefined || !activityPolicy.can(actor, 'READ_DOOR_LIST', activity))
      return err(notFound('Checkpoint'));
    if (!activityPolicy.can(actor, 'CLOSE_ATTENDANCE', activity) || checkpoint.number === 0)
      return err(notAllowed('REMOVE', 'Checkpoint'));
    await checkpoints.remove(checkpointId, clock.now());
    return ok(activity);
  });
}
