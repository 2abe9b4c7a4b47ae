import { memberOf, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { FairStartAction } from './fair-start.js';

const isAnyMember = (actor: Actor): boolean => memberOf(actor) !== undefined;

/** One line per right over a fair start. Leaving is a right over the own registration besides. */
const rights: Readonly<Record<FairStartAction, (actor: Actor, activity: Activity) => boolean>> = {
  PLAN: (actor, activity) => activityPolicy.can(actor, 'EDIT', activity),
  ENTER: isAnyMember,
  JOIN_PARTY: isAnyMember,
  LEAVE_DRAW: isAnyMember,
  DRAW: (actor) => actor.kind === 'system',
};

/** Who may do what to a fair start. What is public of it is public with its activity. */
export const fairStartPolicy = {
  can: (actor: Actor, action: FairStartAction, activity: Activity): boolean => rights[action](actor, activity),
};
