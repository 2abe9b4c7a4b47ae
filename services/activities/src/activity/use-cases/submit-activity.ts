import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { submitActivity as submit } from '../decide-activity.js';
import { announceSchedule } from './announce-schedule.js';

/** Submits an activity for approval; a draft of risk tier 0 is published at once. */
export function submitActivity(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId }: { readonly activityId: ActivityId },
) {
  return transaction(async ({ activities, outbox, venues }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'SUBMIT', activity)) return err(notAllowed('SUBMIT', 'Activity'));
    const submitted = submit(activity, clock.now());
    if (!submitted.ok) return submitted;
    if (submitted.value.status === 'PUBLISHED') await announceSchedule({ outbox, venues }, submitted.value);
    return ok(await activities.save(submitted.value));
  });
}
