import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { activityPolicy } from '../activity.policy.js';
import type { ActivityId } from '../activity.js';
import { reportActivity as report } from '../plan-activity.js';

/** Which activity, and how it went. */
export type ReportActivity = { readonly activityId: ActivityId; readonly report: string };

/** Reports on a completed activity, which ends its life. */
export function reportActivity({ transaction, clock }: Deps, actor: Actor, input: ReportActivity) {
  return transaction(async ({ activities }) => {
    const activity = await activities.findVisibleLocked(actor, input.activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'REPORT', activity)) return err(notAllowed('REPORT', 'Activity'));
    const reported = report(activity, input.report, clock.now());
    return reported.ok ? ok(await activities.save(reported.value)) : reported;
  });
}
