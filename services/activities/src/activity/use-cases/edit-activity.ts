import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import { followDates } from '../../booking/use-cases/follow-dates.js';
import type { Deps } from '../../deps.js';
import { fillSeats } from '../../registration/use-cases/fill-seats.js';
import { activityPolicy } from '../activity.policy.js';
import type { Activity, ActivityId, ActivityPlan } from '../activity.js';
import { checkRoom } from '../room.js';
import { editActivity as edit } from '../plan-activity.js';

/** Which activity, and what changes; absent fields stay as they are. */
export type EditActivity = { readonly activityId: ActivityId; readonly changes: Partial<ActivityPlan> };

/** Changes the plan of an activity. More capacity goes to the first of the waiting list at once; less evicts nobody. */
export function editActivity(
  { transaction, clock, campusZone }: Deps,
  actor: Actor,
  { activityId, changes }: EditActivity,
) {
  return transaction(async (unit) => {
    const { activities, venues } = unit;
    const now = clock.now();
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'EDIT', activity)) return err(notAllowed('EDIT', 'Activity'));
    const edited = edit(activity, changes, now);
    if (!edited.ok) return edited;
    const { venueId } = edited.value;
    const room = checkRoom(edited.value, venueId === undefined ? null : await venues.find(venueId), 'changes.');
    if (!room.ok) return room;
    const saved = await activities.save(edited.value);
    if (movesDates(activity, saved)) await followDates(unit, saved, campusZone);
    await fillSeats(unit, saved, now);
    return ok(saved);
  });
}

function movesDates(before: Activity, after: Activity): boolean {
  return before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt.getTime() !== after.endsAt.getTime();
}
