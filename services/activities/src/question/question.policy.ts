import { isMember, isOfficerOf, type Actor } from '@guildhall/kernel';
import type { Activity } from '../activity/activity.js';
import { activityPolicy, isOnTeam } from '../activity/activity.policy.js';
import type { RegistrationFacts } from '../registration/registration.js';
import { areAnswersKept, canStillAnswer, canStillAsk } from './question.js';
import { isOpen } from '../registration/registration-status.js';

/** What can be done about the questions of an activity. */
export type QuestionAction = 'ASK' | 'READ_ANSWERS';

/** Who asks, answers and reads. The answers are for the activity's team and its group's officers; union officers have no use for them. */
export const questionPolicy = {
  /** Whoever runs the activity. */
  canAsk: (actor: Actor, activity: Activity): boolean => activityPolicy.canOrganise(actor, activity),
  canReadAnswers: (actor: Actor, activity: Activity): boolean =>
    isOfficerOf(actor, activity.groupId) || isOnTeam(actor, activity),
  /** Only the platform erases, once nobody may read. */
  canErase: (actor: Actor): boolean => actor.kind === 'system',
  /** One's own. */
  canAnswer: (actor: Actor, { registration }: RegistrationFacts): boolean => isMember(actor, registration.memberId),
  /** One's own as long as they are kept, and those of the activity one organises. */
  canSee: (actor: Actor, { registration, activity }: RegistrationFacts): boolean =>
    isMember(actor, registration.memberId) || questionPolicy.canReadAnswers(actor, activity),
};

/** What the actor may do about the questions of an activity now. */
export function questionActions(actor: Actor, activity: Activity, now: Date): QuestionAction[] {
  return [
    ...(questionPolicy.canAsk(actor, activity) && canStillAsk(activity, now) ? (['ASK'] as const) : []),
    ...(questionPolicy.canReadAnswers(actor, activity) && areAnswersKept(activity, now)
      ? (['READ_ANSWERS'] as const)
      : []),
  ];
}

/** Whether the actor may change the answers of a registration now. */
export function mayAnswer(actor: Actor, facts: RegistrationFacts, now: Date): boolean {
  return (
    questionPolicy.canAnswer(actor, facts) && isOpen(facts.registration.status) && canStillAnswer(facts.activity, now)
  );
}
