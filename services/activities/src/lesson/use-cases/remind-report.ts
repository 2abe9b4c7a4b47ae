import { ok, systemActor } from '@guildhall/kernel';
import { reportDueAt, type Activity, type ActivityId } from '../../activity/activity.js';
import { peopleOf } from '../../approval/use-cases/log-judgement.js';
import { currentApprovalRules } from '../../approval/approval-rules.js';
import type { Deps } from '../../deps.js';
import { activityNotices } from '../../notice/activity-notice.js';

/** The job that reminds of a report. */
export const remindReportTask = 'remind-report';

const dayMs = 86_400_000;

/** When the people of an activity are reminded that its report is due. */
export function reportReminder(activity: Activity) {
  const runAt = new Date(reportDueAt(activity).getTime() - currentApprovalRules.reportReminderDays * dayMs);
  return {
    task: remindReportTask,
    payload: { activityId: activity.id },
    options: { runAt, key: `remind-report:${activity.id}` },
  };
}

/** Reminds the people of an activity of its report, unless it is written already. */
export function remindReport(
  { transaction }: Pick<Deps, 'transaction'>,
  { activityId, due }: { readonly activityId: ActivityId; readonly due: Date },
) {
  return transaction(async ({ activities, outbox }) => {
    const activity = await activities.findVisible(systemActor(remindReportTask), activityId);
    if (activity?.status !== 'COMPLETED') return ok(undefined);
    const telling = {
      notice: 'TASK_DUE',
      sourceId: activity.id,
      activityId,
      memberIds: peopleOf(activity),
      now: due,
    } as const;
    await outbox.appendMany('ActivityNotice', activityNotices(telling));
    return ok(undefined);
  });
}
