import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { RegistrationId } from '../../registration/registration.js';
import { checkAnswers, type AnswerDraft } from '../question.js';
import { mayAnswer, questionPolicy } from '../question.policy.js';

/** For which registration, and what is answered. */
export type AnswerQuestions = { readonly registrationId: RegistrationId; readonly answers: readonly AnswerDraft[] };

/** Answers the questions of an activity anew, in place of what was answered before, until registration closes. */
export function answerQuestions(
  { transaction, clock }: Deps,
  actor: Actor,
  { registrationId, answers }: AnswerQuestions,
) {
  return transaction(async ({ activities, registrations, questions }) => {
    const now = clock.now();
    const registration = await registrations.findVisibleLocked(actor, registrationId);
    const activity = registration === null ? null : await activities.findVisible(actor, registration.activityId);
    if (registration === null || activity === null) return err(notFound('Registration'));
    const facts = { registration, activity };
    if (!questionPolicy.canAnswer(actor, facts)) return err(notAllowed('ANSWER', 'Registration'));
    if (!mayAnswer(actor, facts, now)) return err(illegalTransition('ANSWER', registration.status));
    const checked = checkAnswers(await questions.listOfActivities([activity.id]), answers);
    if (!checked.ok) return checked;
    await questions.replaceAnswers(registration, checked.value, now);
    return ok(registration);
  });
}
