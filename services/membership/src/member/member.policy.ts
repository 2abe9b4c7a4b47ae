import { hasAppointment, isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { Audience, Member, MemberAction, MemberId, ProfileField } from './member.js';

/** Which members an actor may know of; the repository turns this into SQL. */
export type MemberScope = { readonly self: MemberId | undefined; readonly actives: 'all' | 'with a public field'; readonly everybody: boolean };

/** Members see active fellow members; others see those who show something to the public; the register is the admin's. */
export function visibleMembers(actor: Actor): MemberScope {
  const self = memberOf(actor);
  const isRegistrar = actor.kind === 'system' || hasAppointment(actor, 'ADMIN');
  return { self, actives: self === undefined ? 'with a public field' : 'all', everybody: isRegistrar };
}

/** How the viewer stands to a member: `sharesGroup` is a fact the repository reads with the row. */
export type Standing = { readonly sharesGroup: boolean };

/** Whether the actor may see one profile field, by the audience its owner chose. */
export function canSeeField(actor: Actor, member: Member, field: ProfileField, { sharesGroup }: Standing): boolean {
  if (actor.kind === 'system' || isMember(actor, member.id)) return true;
  return isInAudience(member.audiences[field], { isFellow: memberOf(actor) !== undefined, sharesGroup });
}

function isInAudience(audience: Audience, { isFellow, sharesGroup }: { readonly isFellow: boolean; readonly sharesGroup: boolean }): boolean {
  if (audience === 'PUBLIC') return true;
  if (audience === 'MEMBERS') return isFellow;
  return audience === 'MY_GROUPS' && isFellow && sharesGroup;
}

const isRegistrar = (actor: Actor): boolean => actor.kind === 'system' || hasAppointment(actor, 'ADMIN');
const isSelf = (actor: Actor, member: Member): boolean => isMember(actor, member.id);

/** One line per right over a membership (domain 1.2, machine A). */
const rights: Readonly<Record<MemberAction, (actor: Actor, member: Member) => boolean>> = {
  verify: isRegistrar,
  reject: isRegistrar,
  lapse: (actor, member) => isSelf(actor, member) || actor.kind === 'system',
  graduate: (actor) => actor.kind === 'system',
  suspend: (actor, member) => isRegistrar(actor) && !isSelf(actor, member),
  reinstate: isRegistrar,
  erase: (actor, member) => isSelf(actor, member) || actor.kind === 'system',
};

/** Who may do what to a member. */
export const memberPolicy = {
  can: (actor: Actor, action: MemberAction, member: Member): boolean => rights[action](actor, member),
  /** A profile belongs to its member and to nobody else. */
  canEditProfile: (actor: Actor, member: Member): boolean => isSelf(actor, member),
  /** The student number is the member's and the register's. */
  canSeeStudentNumber: (actor: Actor, member: Member): boolean => isSelf(actor, member) || isRegistrar(actor),
};
