import {
  hasAppointment,
  isInGroup,
  isMember,
  isOfficerOf,
  isUnionOfficer,
  memberOf,
  type Actor,
} from '@guildhall/kernel';
import type { Group, GroupAction, GroupId } from './group.js';
import type { Mandate, Position } from './mandate.js';

/** Which groups an actor may see; the repository turns this into SQL. */
export type GroupScope = { readonly proposed: 'all' | readonly GroupId[] };

/** Founded groups are public; a proposal is seen by members, who may help to found it, and by its own people. */
export function visibleGroups(actor: Actor): GroupScope {
  return { proposed: actor.kind === 'system' || memberOf(actor) !== undefined ? 'all' : [] };
}

const isAnyMember = (actor: Actor): boolean => memberOf(actor) !== undefined;
const leads = (actor: Actor, group: Group): boolean => isOfficerOf(actor, group.id) || isUnionOfficer(actor);
/** Nobody decides about a group they belong to. */
const decidesApart = (actor: Actor, group: Group): boolean =>
  isUnionOfficer(actor) && !isOfficerOf(actor, group.id) && !isInGroup(actor, group.id);
const mayComeIn = (actor: Actor, group: Group): boolean => isAnyMember(actor) && !isInGroup(actor, group.id);
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** One line per right over a group (domain 1.2, machine B). */
const rights: Readonly<Record<GroupAction, (actor: Actor, group: Group) => boolean>> = {
  JOIN: (actor, group) => mayComeIn(actor, group) && group.joinPolicy === 'OPEN',
  REQUEST_TO_JOIN: (actor, group) => mayComeIn(actor, group) && group.joinPolicy === 'REQUEST',
  INVITE: leads,
  LEAVE: (actor, group) => isInGroup(actor, group.id),
  REMOVE_MEMBER: leads,
  RECOGNISE: isSystem,
  AFFILIATE: decidesApart,
  ADD_POSITION: leads,
  APPOINT: leads,
  END_MANDATE: leads,
  EDIT: leads,
  CHANGE_JOIN_POLICY: leads,
  EXPORT_ROSTER: leads,
  SUBMIT_AFFILIATION: (actor, group) => isOfficerOf(actor, group.id),
  REAFFILIATE: decidesApart,
  MISS_REAFFILIATION: isSystem,
  FALL_DORMANT: isSystem,
  REVIVE: decidesApart,
  DISSOLVE: isUnionOfficer,
};

/** Who may do what to a group. */
export const groupPolicy = {
  can: (actor: Actor, action: GroupAction, group: Group): boolean => rights[action](actor, group),
  /** Officers put members out, but not each other: only the union removes somebody who holds an office. */
  canRemove: (actor: Actor, group: Group, target: { readonly holdsOffice: boolean }): boolean =>
    target.holdsOffice ? isUnionOfficer(actor) : leads(actor, group),
  /**
   * Holders resign; a group's officers and the union's end a group's mandates; the union's officers end a course
   * representative's, and nobody but its holder one of the union's own.
   */
  canEndMandate: (
    actor: Actor,
    { groupId, kind }: Pick<Position, 'groupId' | 'kind'>,
    { memberId }: Pick<Mandate, 'memberId'>,
  ): boolean => {
    if (isMember(actor, memberId)) return true;
    if (groupId === undefined) return kind === 'COURSE_REP' && isUnionOfficer(actor);
    return isOfficerOf(actor, groupId) || isUnionOfficer(actor);
  },
  /** Any active member may propose to found a group. */
  canPropose: (actor: Actor): boolean => isAnyMember(actor),
  /** A committee or a council of a group is proposed by those who lead the group. */
  canProposeIn: leads,
  /** The roster is for the group's people and for union officers, who see the directory only. */
  canSeeRoster: (actor: Actor, groupId: GroupId): boolean =>
    isInGroup(actor, groupId) || isOfficerOf(actor, groupId) || isUnionOfficer(actor) || hasAppointment(actor, 'ADMIN'),
};
