import { isMember, isOfficerOf, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { RegistrationAction, RegistrationFacts } from './registration.js';

/** Whose registrations an actor may see; the repository turns this into SQL. */
export type RegistrationScope =
  | 'all'
  | { readonly memberId: Id<'Member'> | undefined; readonly groupIds: readonly Id<'Group'>[] };

/** People see their own; officers see those of their group's activities. Union officers see counts only. */
export function visibleRegistrations(actor: Actor): RegistrationScope {
  if (actor.kind === 'system') return 'all';
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  return { memberId: memberOf(actor), groupIds: mandates.flatMap(({ groupId }) => groupId ?? []) };
}

const isOwn = (actor: Actor, { registration }: RegistrationFacts): boolean => isMember(actor, registration.memberId);
const isOfficer = (actor: Actor, { activity }: RegistrationFacts): boolean => isOfficerOf(actor, activity.groupId);
/** Nobody verifies themselves: an officer leaves their own attendance to another. */
const isOtherOfficer = (actor: Actor, facts: RegistrationFacts): boolean =>
  isOfficer(actor, facts) && !isOwn(actor, facts);
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** One line per right over a registration (domain 1.2, machine D). */
const rights: Readonly<Record<RegistrationAction, (actor: Actor, facts: RegistrationFacts) => boolean>> = {
  CANCEL: isOwn,
  LEAVE_WAITING_LIST: isOwn,
  PROMOTE: isSystem,
  CHECK_IN: isOfficer,
  ATTEND: isSystem,
  MISS: isSystem,
  MARK_ATTENDED: isOtherOfficer,
  MARK_ABSENT: isOtherOfficer,
  VOID: isSystem,
  REMOVE: isOfficer,
};

/** Who may do what to a registration. */
export const registrationPolicy = {
  can: (actor: Actor, action: RegistrationAction, facts: RegistrationFacts): boolean => rights[action](actor, facts),
};
