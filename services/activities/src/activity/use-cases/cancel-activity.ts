import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { placesHeld } from '../../registration/registration-facts.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { refuseActivity } from '../decide-activity.js';
import { announceChange } from './announce-change.js';
import { announceSchedule } from './announce-schedule.js';

/** Calls an activity off with the reason. Every live registration is void, nobody is late for it, and nothing is left to do. */
export function cancelActivity(
  { transaction, clock }: Deps,
  actor: Actor,
  { activityId, reason }: { readonly activityId: ActivityId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const { activities, registrations } = unit;
    const now = clock.now();
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'CANCEL', activity)) return err(notAllowed('CANCEL', 'Activity'));
    const cancelled = refuseActivity(activity, 'CANCEL', { reason, now });
    if (!cancelled.ok) return cancelled;
    await announceChange(unit, { activityId, change: 'CANCELLED', now });
    if (activity.status === 'PUBLISHED') await announceSchedule(unit, cancelled.value);
    const held = await registrations.listSeated(activity.id);
    await registrations.voidLive(activity.id);
    await unit.bookings.releaseAll(activity.id, 'The activity was called off.');
    await unit.tasks.dropOpen(activity.id);
    await unit.outbox.appendMany('PlaceHeld', placesHeld(held, false, now));
    return ok(await activities.save(cancelled.value));
  });
}
