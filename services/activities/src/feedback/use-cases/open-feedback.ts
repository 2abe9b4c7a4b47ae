import type { Unit } from '@guildhall/subgraph';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import { activityNotices } from '../../notice/activity-notice.js';
import type { MemberId } from '../../references/member.js';
import { openWindow } from '../feedback.js';

/** The job that closes a window. */
export const closeFeedbackTask = 'close-feedback';

/** Asks everybody who attended, in the transaction that closes attendance. */
export async function openFeedback(
  { feedback, jobs, outbox }: Unit<Repositories>,
  { id: activityId }: Pick<Activity, 'id'>,
  { memberIds, now }: { readonly memberIds: readonly MemberId[]; readonly now: Date },
): Promise<void> {
  const window = openWindow(activityId, memberIds.length, now);
  await feedback.addWindow(window);
  await jobs.enqueue(
    closeFeedbackTask,
    { activityId },
    { runAt: window.closesAt, key: `${closeFeedbackTask}:${activityId}` },
  );
  const telling = { notice: 'FEEDBACK_ASKED', sourceId: activityId, activityId, memberIds, now } as const;
  await outbox.appendMany('ActivityNotice', activityNotices(telling));
}
