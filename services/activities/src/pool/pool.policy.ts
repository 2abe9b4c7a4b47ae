import { constituenciesOf, isInGroup, isOfficerOf, memberOf, type Actor } from '@guildhall/kernel';
import type { Activity } from '../activity/activity.js';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Pool } from './pool.js';

/** Who may plan pools, and whom their seats are for. Pools of what an actor sees are no secret: they say why somebody waits. */
export const poolPolicy = {
  /** Whoever edits the activity plans its pools. */
  canPlan: (actor: Actor, activity: Activity): boolean => activityPolicy.can(actor, 'EDIT', activity),
  /** Whether seats of the pool are kept for the actor. */
  isFor: (actor: Actor, { audience, groupId, constituencyIds }: Pool): boolean => {
    if (memberOf(actor) === undefined) return false;
    if (audience === 'EVERYBODY') return true;
    if (audience === 'GROUP_MEMBERS')
      return groupId !== undefined && (isInGroup(actor, groupId) || isOfficerOf(actor, groupId));
    return constituenciesOf(actor).some((id) => constituencyIds.includes(id));
  },
};
