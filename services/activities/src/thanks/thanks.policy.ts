import { memberOf, type Actor } from '@guildhall/kernel';
import { activityPolicy, isOnTeam } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';

/** Who thanks whom. */
export const thanksPolicy = {
  /** Whoever runs the activity thanks, in their own name. */
  canGive: (actor: Actor, activity: Activity): boolean =>
    memberOf(actor) !== undefined && activityPolicy.canOrganise(actor, activity),
  /** The team reads its thanks, and so do those who run the activity. */
  canRead: (actor: Actor, activity: Activity): boolean =>
    isOnTeam(actor, activity) || activityPolicy.canOrganise(actor, activity),
};
