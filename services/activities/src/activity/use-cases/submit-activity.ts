import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { openRound } from '../../approval/use-cases/open-round.js';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { submitActivity as submit } from '../decide-activity.js';
import { announceSchedule } from './announce-schedule.js';

/** Which activity, and why so late if the notice of its tier is over. */
export type SubmitActivity = { readonly activityId: ActivityId; readonly lateReason: string | undefined };

/** Submits an activity for approval; a draft of risk tier 0 is published at once. */
export function submitActivity(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, lateReason }: SubmitActivity,
) {
  return transaction(async (unit) => {
    const { activities, outbox, venues } = unit;
    const now = clock.now();
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const memberId = memberOf(actor);
    if (memberId === undefined || !activityPolicy.can(actor, 'SUBMIT', activity))
      return err(notAllowed('SUBMIT', 'Activity'));
    const submitted = submit(activity, now);
    if (!submitted.ok) return submitted;
    if (submitted.value.status === 'PUBLISHED') {
      await announceSchedule({ outbox, venues }, submitted.value);
      // Tier 0 needs nobody's approval, nor does what it asks for.
      await unit.budgets.approve(submitted.value, now);
      return ok(await activities.save(submitted.value));
    }
    const round = await openRound(unit, ids, { activity, memberId, lateReason, now });
    if (!round.ok) return round;
    return ok(await activities.save(submitted.value));
  });
}
