import { hasAppointment, isMember, memberOf, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { Audience, Member, MemberAction, MemberId, ProfileField } from './member.js';

/** Which members an actor may know of; the repository turns this into SQL. */
export type MemberScope = {
  readonly subject: string | undefined;
  /** Whose connections and blocks count: the member the actor is in the register, active or not. */
  readonly self: MemberId | undefined;
  readonly actives: 'all' | 'with a public field';
  readonly everybody: boolean;
};

/**
 * Members see active fellow members; others see those who show something to the public; the register is the admin's.
 * People see their own record whatever its status, so that an applicant or a suspended member is never left in the dark.
 * Whoever has blocked the actor or is blocked by them is, to the actor, somebody who shares nothing.
 */
export function visibleMembers(actor: Actor): MemberScope {
  const subject = actor.kind === 'person' ? actor.subject : undefined;
  return {
    subject,
    self: registeredMemberOf(actor),
    actives: memberOf(actor) === undefined ? 'with a public field' : 'all',
    everybody: isRegistrar(actor),
  };
}

/** The audiences a display name must have to be listed for the actor; nothing when every name may be listed. */
export function listedAudiences(actor: Actor): readonly Audience[] | undefined {
  if (isRegistrar(actor)) return undefined;
  return memberOf(actor) === undefined ? ['PUBLIC'] : ['PUBLIC', 'MEMBERS'];
}

/** How the viewer stands to a member: facts that the repository reads with the row. A block wins over the others. */
export type Standing = {
  readonly sharesGroup: boolean;
  readonly isConnected: boolean;
  readonly isBlocked: boolean;
};

/** How people stand to themselves. */
export const ownStanding: Standing = { sharesGroup: true, isConnected: false, isBlocked: false };

/** What the university knows of a student; the register is checked and kept by it (domain 1.2, the admin's member list). */
const registryFields: readonly ProfileField[] = ['displayName', 'faculty', 'programme', 'level', 'year'];

/** Whether the actor may see one profile field, by the audience its owner chose. */
export function canSeeField(actor: Actor, member: Member, field: ProfileField, standing: Standing): boolean {
  if (actor.kind === 'system' || isOwn(actor, member)) return true;
  if (isRegistrar(actor) && registryFields.includes(field)) return true;
  return !standing.isBlocked && isInAudience(member.audiences[field], memberOf(actor) !== undefined, standing);
}

/** Each audience holds the ones before it too: what a member tells their groups, they tell their connections. */
function isInAudience(audience: Audience, isFellow: boolean, { sharesGroup, isConnected }: Standing): boolean {
  if (audience === 'PUBLIC') return true;
  if (audience === 'ONLY_ME' || !isFellow) return false;
  return audience === 'MEMBERS' || isConnected || (audience === 'MY_GROUPS' && sharesGroup);
}

function isRegistrar(actor: Actor): boolean {
  return actor.kind === 'system' || hasAppointment(actor, 'ADMIN');
}

/** Whether the record is the actor's own, active or not. */
function isOwn(actor: Actor, member: Member): boolean {
  return actor.kind === 'person' && actor.subject === member.subject;
}

/** Nobody keeps their own record in the register. */
function keepsRecordOf(actor: Actor, member: Member): boolean {
  return isRegistrar(actor) && !isOwn(actor, member);
}

/** One line per right over a membership (domain 1.2, machine A). */
const rights: Readonly<Record<MemberAction, (actor: Actor, member: Member) => boolean>> = {
  APPLY: isOwn,
  VERIFY: keepsRecordOf,
  REJECT: keepsRecordOf,
  LAPSE: (actor, member) => isMember(actor, member.id) || actor.kind === 'system',
  GRADUATE: (actor) => actor.kind === 'system',
  SUSPEND: keepsRecordOf,
  REINSTATE: (actor, member) => keepsRecordOf(actor, member) || (member.status === 'LAPSED' && isOwn(actor, member)),
  ERASE: (actor) => actor.kind === 'system',
};

/** Who may do what to a member. */
export const memberPolicy = {
  can: (actor: Actor, action: MemberAction, member: Member): boolean => rights[action](actor, member),
  /** Anybody who is signed in may ask to join, once. */
  canApply: (actor: Actor): boolean => actor.kind === 'person',
  /** A profile belongs to its member while the membership is active, and to nobody else. */
  canEditProfile: (actor: Actor, member: Member): boolean => isMember(actor, member.id),
  /** Status, its reason, and the student number are the person's and the register's. */
  canSeeRecord: (actor: Actor, member: Member): boolean => isOwn(actor, member) || isRegistrar(actor),
  /** A roll from the university is taken in by whoever keeps the register. */
  canImport: isRegistrar,
};
