/*
 * Decisions about an activity that leave its content alone: submitting, judging, publishing, cancelling, completing.
 */
import {
  err,
  FieldChecks,
  ok,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { activityLifecycle, type Activity } from './activity.js';

const reasonMax = 2000;

/** Submits an activity. A draft of tier 0 is published at once; everything else, and whatever was sent back, waits for approval. */
export function submitActivity(activity: Activity, now: Date): Result<Activity, IllegalTransitionError> {
  const publishesAtOnce = activity.status === 'DRAFT' && activity.riskTier === 0;
  const status = activityLifecycle.next('SUBMIT', activity, now, publishesAtOnce ? 'PUBLISHED' : 'SUBMITTED');
  if (!status.ok) return status;
  return ok({
    ...activity,
    status: status.value,
    statusReason: undefined,
    publishedAt: publishesAtOnce ? now : undefined,
  });
}

/** Sends an activity back, declines or cancels it, with the reason its people will read. */
export function refuseActivity(
  activity: Activity,
  action: 'REQUEST_CHANGES' | 'DECLINE' | 'CANCEL',
  { reason, now }: { readonly reason: string; readonly now: Date },
): Result<Activity, ValidationError | IllegalTransitionError> {
  const status = activityLifecycle.next(action, activity, now);
  if (!status.ok) return status;
  return new FieldChecks()
    .text('reason', reason, { max: reasonMax })
    .finish({ ...activity, status: status.value, statusReason: reason.trim() });
}

/** Approves, publishes or completes an activity. */
export function advanceActivity(
  activity: Activity,
  action: 'APPROVE' | 'PUBLISH' | 'CLOSE_ATTENDANCE',
  now: Date,
): Result<Activity, IllegalTransitionError> {
  const status = activityLifecycle.next(action, activity, now);
  if (!status.ok) return err(status.error);
  return ok({ ...activity, status: status.value, publishedAt: action === 'PUBLISH' ? now : activity.publishedAt });
}
