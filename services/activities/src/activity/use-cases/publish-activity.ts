import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { advanceActivity } from '../decide-activity.js';
import { announceSchedule } from './announce-schedule.js';

/** Makes an approved activity public. */
export function publishActivity(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId }: { readonly activityId: ActivityId },
) {
  return transaction(async ({ activities, outbox, venues }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'PUBLISH', activity)) return err(notAllowed('PUBLISH', 'Activity'));
    const advanced = advanceActivity(activity, 'PUBLISH', clock.now());
    if (!advanced.ok) return advanced;
    await announceSchedule({ outbox, venues }, advanced.value);
    return ok(await activities.save(advanced.value));
  });
}
