import { err, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { openRound } from '../../approval/use-cases/open-round.js';
import { followDates } from '../../booking/use-cases/follow-dates.js';
import type { Deps } from '../../deps.js';
import { fillSeats } from '../../registration/use-cases/fill-seats.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { postponeActivity as postpone, type NewDates } from '../plan-activity.js';
import { announceChange } from './announce-change.js';
import { announceSchedule } from './announce-schedule.js';

/** Which activity, its new dates, and why so late if need be. */
export type PostponeActivity = NewDates & {
  readonly activityId: ActivityId;
  /** Why so late, where the notice of its tier is over. */
  readonly lateReason: string | undefined;
};

/** Moves a published activity. Everybody keeps their place, and may give it back freely for a while. */
export function postponeActivity(
  { transaction, clock, ids, campusZone }: Deps,
  actor: Actor,
  { activityId, lateReason, ...dates }: PostponeActivity,
) {
  return transaction(async (unit) => {
    const { activities, registrations } = unit;
    const now = clock.now();
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const memberId = memberOf(actor);
    if (memberId === undefined || !activityPolicy.can(actor, 'POSTPONE', activity))
      return err(notAllowed('POSTPONE', 'Activity'));
    const postponed = postpone(activity, dates, now);
    if (!postponed.ok) return postponed;
    if (postponed.value.status === 'SUBMITTED') {
      const round = await openRound(unit, ids, { activity: postponed.value, memberId, lateReason, now });
      if (!round.ok) return round;
    }
    await announceChange(unit, { activityId, change: 'POSTPONED', now });
    await announceSchedule(unit, postponed.value);
    await registrations.undoCheckIns(activity.id);
    await unit.doorScans.undoAll(activity.id, now, 'The activity was moved.');
    await followDates(unit, postponed.value, campusZone);
    const saved = await activities.save(postponed.value);
    await fillSeats(unit, saved, now);
    return ok(saved);
  });
}
