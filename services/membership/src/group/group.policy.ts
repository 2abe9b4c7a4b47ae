import { hasAppointment, isInGroup, isOfficerOf, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { Group, GroupAction, GroupId } from './group.js';

/** Which groups an actor may see; the repository turns this into SQL. */
export type GroupScope = { readonly proposed: 'all' | readonly GroupId[] };

/** Founded groups are public; a proposal is seen by members, who may help to found it, and by its own people. */
export function visibleGroups(actor: Actor): GroupScope {
  return { proposed: actor.kind === 'system' || memberOf(actor) !== undefined ? 'all' : [] };
}

const isAnyMember = (actor: Actor): boolean => memberOf(actor) !== undefined;
const isSystem = (actor: Actor): boolean => actor.kind === 'system';

/** One line per right over a group (domain 1.2, machine B). */
const rights: Readonly<Record<GroupAction, (actor: Actor, group: Group) => boolean>> = {
  join: (actor, group) => isAnyMember(actor) && !isInGroup(actor, group.id),
  leave: (actor, group) => isInGroup(actor, group.id),
  recognise: isSystem,
  affiliate: isUnionOfficer,
  appoint: (actor, group) => isOfficerOf(actor, group.id) || isUnionOfficer(actor),
  fallDormant: isSystem,
  revive: isUnionOfficer,
  dissolve: isUnionOfficer,
};

/** Who may do what to a group. */
export const groupPolicy = {
  can: (actor: Actor, action: GroupAction, group: Group): boolean => rights[action](actor, group),
  /** Any active member may propose to found a group. */
  canPropose: (actor: Actor): boolean => isAnyMember(actor),
  /** The roster is for the group's people and for union officers, who see the directory only. */
  canSeeRoster: (actor: Actor, groupId: GroupId): boolean =>
    isInGroup(actor, groupId) || isOfficerOf(actor, groupId) || isUnionOfficer(actor) || hasAppointment(actor, 'ADMIN'),
};
