import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { feedbackPolicy } from '../feedback.policy.js';
import { checkAnswer, takesAnswers, type FeedbackAnswer } from '../feedback.js';
import { feedbackRulesOf } from '../feedback-rules.js';

/** Which activity, and what the member says about it. */
export type GiveFeedback = FeedbackAnswer & { readonly activityId: ActivityId };

/** Answers as somebody who attended, in the place of an earlier answer, until the window closes. */
export function giveFeedback({ transaction, clock, ids }: Deps, actor: Actor, { activityId, ...answer }: GiveFeedback) {
  return transaction(async ({ activities, registrations, feedback }) => {
    const activity = await activities.findVisible(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    const [registration] = await registrations.listOwn(actor, [activityId]);
    const memberId = memberOf(actor);
    if (memberId === undefined || !feedbackPolicy.canGive(actor, registration))
      return err(notAllowed('GIVE_FEEDBACK', 'Activity'));
    const window = await feedback.findWindowLocked(activityId);
    if (window === null || !takesAnswers(window, clock.now()))
      return err(illegalTransition('GIVE_FEEDBACK', window === null ? 'NOT_ASKED' : 'CLOSED'));
    const checked = checkAnswer(answer, feedbackRulesOf(window));
    if (!checked.ok) return checked;
    await feedback.write({ id: ids.random(), activityId, memberId }, checked.value);
    return ok(activity);
  });
}
