import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { advanceActivity } from '../decide-activity.js';

/** Approves a submitted activity; never by its organiser or an officer of its group. */
export function approveActivity(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId }: { readonly activityId: ActivityId },
) {
  return transaction(async ({ activities }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'APPROVE', activity)) return err(notAllowed('APPROVE', 'Activity'));
    const advanced = advanceActivity(activity, 'APPROVE', clock.now());
    return advanced.ok ? ok(await activities.save(advanced.value)) : advanced;
  });
}
