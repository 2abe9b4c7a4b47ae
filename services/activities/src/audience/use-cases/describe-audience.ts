import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { activityLifecycle, type ActivityId } from '../../activity/activity.js';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import { checkAudience, type Audience } from '../audience.js';

/** Says whom an activity suits: whoever may change its plan may, as long as that can be changed. */
export function describeAudience(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId, ...audience }: Audience & { readonly activityId: ActivityId },
) {
  return transaction(async ({ activities, audiences }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'EDIT', activity)) return err(notAllowed('EDIT', 'Activity'));
    const editable = activityLifecycle.next('EDIT', activity, clock.now(), activity.status);
    if (!editable.ok) return editable;
    const checked = checkAudience(audience);
    if (!checked.ok) return checked;
    await audiences.save({ activityId, ...checked.value });
    return ok(activity);
  });
}
