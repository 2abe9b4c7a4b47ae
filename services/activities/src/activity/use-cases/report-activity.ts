import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { writeLesson, type StatedLesson } from '../../lesson/lesson.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { reportActivity as report } from '../plan-activity.js';

/** Which activity, how it went, and what was learned. */
export type ReportActivity = StatedLesson & { readonly activityId: ActivityId; readonly report: string };

/** Reports on a completed activity, which ends its life; what was learned is kept for whoever plans the next one. */
export function reportActivity({ transaction, clock }: Deps, actor: Actor, input: ReportActivity) {
  return transaction(async ({ activities, lessons }) => {
    const activity = await activities.findVisibleLocked(actor, input.activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'REPORT', activity)) return err(notAllowed('REPORT', 'Activity'));
    const now = clock.now();
    const reported = report(activity, input.report, now);
    if (!reported.ok) return reported;
    const lesson = writeLesson(activity, input, { ...(await lessons.countDoor(activity.id)), now });
    if (!lesson.ok) return lesson;
    await lessons.add(lesson.value);
    return ok(await activities.save(reported.value));
  });
}
