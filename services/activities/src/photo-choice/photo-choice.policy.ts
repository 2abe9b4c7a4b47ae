import { isMember, isOfficerOf, type Actor } from '@guildhall/kernel';
import { activityPolicy, isOnTeam } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { Registration } from '../registration/registration.js';

/** Who may do and know what about photos. */
export const photoChoicePolicy = {
  canChoose: (actor: Actor, { memberId }: Registration): boolean => isMember(actor, memberId),
  /** Counts are for organisers. */
  canCount: (actor: Actor, activity: Activity): boolean =>
    activityPolicy.canOrganise(actor, activity) || isOnTeam(actor, activity),
  /** Who said no is for the team and the group's officers, who have to heed it; union officers see counts only. */
  canSeeRefusals: (actor: Actor, activity: Activity): boolean =>
    isOnTeam(actor, activity) || isOfficerOf(actor, activity.groupId),
};
