import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { refuseActivity } from '../decide-activity.js';

/** Declines a submitted activity with the reason; never by somebody who runs it. */
export function declineActivity(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId, reason }: { readonly activityId: ActivityId; readonly reason: string },
) {
  return transaction(async ({ activities }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'DECLINE', activity)) return err(notAllowed('DECLINE', 'Activity'));
    const refused = refuseActivity(activity, 'DECLINE', { reason, now: clock.now() });
    return refused.ok ? ok(await activities.save(refused.value)) : refused;
  });
}
