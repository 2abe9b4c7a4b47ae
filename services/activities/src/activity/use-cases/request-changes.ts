import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { refuseActivity } from '../decide-activity.js';

/** Sends a submitted activity back to its organisers with what is to change; never by somebody who runs it. */
export function requestChanges(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId, reason }: { readonly activityId: ActivityId; readonly reason: string },
) {
  return transaction(async ({ activities }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'REQUEST_CHANGES', activity)) return err(notAllowed('REQUEST_CHANGES', 'Activity'));
    const refused = refuseActivity(activity, 'REQUEST_CHANGES', { reason, now: clock.now() });
    return refused.ok ? ok(await activities.save(refused.value)) : refused;
  });
}
