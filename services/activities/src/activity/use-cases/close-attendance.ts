import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { attendanceConfirmed, placeChanged } from '../../registration/registration-facts.js';
import { openFeedback } from '../../feedback/use-cases/open-feedback.js';
import { reportReminder } from '../../lesson/use-cases/remind-report.js';
import { giveStrikes } from '../../strike/use-cases/give-strikes.js';
import { tellLeading } from '../../team/use-cases/tell-leading.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { advanceActivity } from '../decide-activity.js';

/** Closes the door list of an activity that is over: whoever was scanned attended, whoever had a seat and was not is a no-show. */
export function closeAttendance(deps: Deps, actor: Actor, { activityId }: { readonly activityId: ActivityId }) {
  return deps.transaction(async (unit) => {
    const { activities, registrations, outbox } = unit;
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'CLOSE_ATTENDANCE', activity))
      return err(notAllowed('CLOSE_ATTENDANCE', 'Activity'));
    const now = deps.clock.now();
    const completed = advanceActivity(activity, 'CLOSE_ATTENDANCE', now);
    if (!completed.ok) return completed;
    const seated = await registrations.listSeated(activity.id);
    const scanned = seated.filter(({ status }) => status !== 'CONFIRMED');
    const missed = seated.filter(({ status }) => status === 'CONFIRMED');
    await registrations.settleAttendance(activity.id);
    await giveStrikes(deps, unit, { kind: 'NO_SHOW', activity, registrations: missed });
    await outbox.appendMany(
      'AttendanceConfirmed',
      scanned.map((registration) => ({
        aggregateId: registration.id,
        data: attendanceConfirmed({ registration, activity }),
      })),
    );
    await outbox.appendMany(
      'PlaceChanged',
      scanned.map((registration) => ({
        aggregateId: registration.id,
        data: placeChanged(registration, 'ATTENDED', now),
      })),
    );
    await openFeedback(unit, activity, { memberIds: scanned.map(({ memberId }) => memberId), now });
    const reminder = reportReminder(activity);
    await unit.jobs.enqueue(reminder.task, reminder.payload, reminder.options);
    await tellLeading(unit, activity, now);
    return ok(await activities.save(completed.value));
  });
}
