import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { Activity } from '../activity/activity.js';
import { activityPolicy } from '../activity/activity.policy.js';
import type { RegistrationAction } from './registration-lifecycle.js';
import type { RegistrationFacts } from './registration.js';

/** Whose registrations an actor may see; the repository turns this into SQL. */
export type RegistrationScope =
  | 'all'
  | { readonly memberId: Id<'Member'> | undefined; readonly groupIds: readonly Id<'Group'>[] };

/** People see their own; officers see those of their group's activities, and teams those of theirs. Union officers see counts only. */
export function visibleRegistrations(actor: Actor): RegistrationScope {
  if (actor.kind === 'system') return 'all';
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  return { memberId: memberOf(actor), groupIds: mandates.flatMap(({ groupId }) => groupId ?? []) };
}

const isOwn = (actor: Actor, { registration }: RegistrationFacts): boolean => isMember(actor, registration.memberId);
const keepsDoor = (actor: Actor, { activity }: RegistrationFacts): boolean =>
  activityPolicy.can(actor, 'CHECK_IN', activity);
const closesDoor = (actor: Actor, { activity }: RegistrationFacts): boolean =>
  activityPolicy.can(actor, 'CLOSE_ATTENDANCE', activity);
/** Nobody verifies themselves: an officer leaves their own attendance to another. */
const closesOthersDoor = (actor: Actor, facts: RegistrationFacts): boolean =>
  closesDoor(actor, facts) && !isOwn(actor, facts);
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** One line per right over a registration (domain 1.2, machine D). */
const rights: Readonly<Record<RegistrationAction, (actor: Actor, facts: RegistrationFacts) => boolean>> = {
  CANCEL: isOwn,
  LEAVE_WAITING_LIST: isOwn,
  LEAVE_DRAW: isOwn,
  DRAW: isSystem,
  PROMOTE: isSystem,
  ACCEPT: isOwn,
  DECLINE: isOwn,
  EXPIRE: isSystem,
  CHECK_IN: keepsDoor,
  UNDO_CHECK_IN: keepsDoor,
  CHECK_OUT: keepsDoor,
  UNDO_CHECK_OUT: keepsDoor,
  ATTEND: isSystem,
  MISS: isSystem,
  MARK_ATTENDED: closesOthersDoor,
  MARK_ABSENT: closesOthersDoor,
  EXCUSE: closesOthersDoor,
  VOID: isSystem,
  REMOVE: closesDoor,
};

/** Who may do what to a registration. */
export const registrationPolicy = {
  can: (actor: Actor, action: RegistrationAction, facts: RegistrationFacts): boolean => rights[action](actor, facts),
  /** Who has a place is for those who keep its door. */
  canReadRoster: (actor: Actor, activity: Activity): boolean => activityPolicy.can(actor, 'READ_DOOR_LIST', activity),
};
