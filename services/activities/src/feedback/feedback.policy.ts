import { memberOf, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { Registration } from '../registration/registration.js';

/** Who may do what about feedback. */
export const feedbackPolicy = {
  /** Those who attended answer, and nobody for them. */
  canGive: (actor: Actor, registration: Registration | undefined): boolean =>
    registration !== undefined && registration.status === 'ATTENDED' && registration.memberId === memberOf(actor),
  /** Only the platform closes a window, at its stated end. */
  canClose: (actor: Actor): boolean => actor.kind === 'system',
  /** Whoever runs the activity sees the summary. */
  canSeeSummary: (actor: Actor, activity: Activity): boolean => activityPolicy.canOrganise(actor, activity),
};
