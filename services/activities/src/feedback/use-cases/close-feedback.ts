import { err, notAllowed, ok, systemActor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { feedbackPolicy } from '../feedback.policy.js';
import { takesAnswers } from '../feedback.js';
import { closeFeedbackTask } from './open-feedback.js';

/** Closes a window as the platform at its stated end: answers lose their members, and organisers may see them now. */
export function closeFeedback(
  { transaction }: Pick<Deps, 'transaction'>,
  { activityId, at }: { readonly activityId: ActivityId; readonly at: Date },
) {
  return transaction(async ({ feedback }) => {
    if (!feedbackPolicy.canClose(systemActor(closeFeedbackTask))) return err(notAllowed('CLOSE_FEEDBACK', 'Activity'));
    const window = await feedback.findWindowLocked(activityId);
    if (window !== null && window.closedAt === undefined && !takesAnswers(window, at))
      await feedback.close(activityId, at);
    return ok(undefined);
  });
}
