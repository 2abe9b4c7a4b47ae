import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import type { Deps } from '../../deps.js';
import { askQuestions as ask, canStillAsk, type QuestionDraft } from '../question.js';
import { questionPolicy } from '../question.policy.js';

/** Of which activity, and what to ask. */
export type AskQuestions = { readonly activityId: ActivityId; readonly questions: readonly QuestionDraft[] };

/** Writes what is asked of those who register, in place of what was asked before. Who registers meanwhile waits for it. */
export function askQuestions(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { activityId, questions: drafts }: AskQuestions,
) {
  return transaction(async ({ activities, questions }) => {
    const activity = await activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!questionPolicy.canAsk(actor, activity)) return err(notAllowed('ASK', 'Activity'));
    if (!canStillAsk(activity, clock.now())) return err(illegalTransition('ASK', activity.status));
    const asked = ask(activityId, drafts, await questions.findAsked(activityId), () => ids.ordered());
    if (!asked.ok) return asked;
    await questions.replace(activityId, asked.value);
    return ok(activity);
  });
}
