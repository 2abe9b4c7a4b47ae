import { ok } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { takesAnswers } from '../feedback.js';

/** Closes a window as the platform at its stated end: answers lose their members, and organisers may see them now. */
export function closeFeedback(
  { transaction }: Pick<Deps, 'transaction'>,
  { activityId, at }: { readonly activityId: ActivityId; readonly at: Date },
) {
  return transaction(async ({ feedback }) => {
    const window = await feedback.findWindowLocked(activityId);
    if (window !== null && window.closedAt === undefined && !takesAnswers(window, at))
      await feedback.close(activityId, at);
    return ok(undefined);
  });
}
