import { isMember, isOfficerOf, isUnionOfficer, type Actor } from '@guildhall/kernel';
import type { Host, HostAction } from './host.js';

/** Whether the actor speaks for the host now: its contact, or an officer of the group that it is (domain 1.3, machine E). */
export function speaksFor(actor: Actor, { contactId, groupId }: Pick<Host, 'contactId' | 'groupId'>): boolean {
  if (contactId !== undefined && isMember(actor, contactId)) return true;
  return groupId !== undefined && isOfficerOf(actor, groupId);
}

/** Whether the actor speaks for the host or for the union. */
export function runsHost(actor: Actor, host: Host): boolean {
  return speaksFor(actor, host) || isUnionOfficer(actor);
}

/** One line per right over a host. Hosts are public; claims name people and are for those who verify them. */
const rights: Readonly<Record<HostAction, (actor: Actor, host: Host) => boolean>> = {
  EDIT: isUnionOfficer,
  CLOSE: isUnionOfficer,
  REOPEN: isUnionOfficer,
  DRAFT_OPPORTUNITY: runsHost,
  READ_CLAIMS: speaksFor,
};

/** Who may do what to a host. */
export const hostPolicy = {
  can: (actor: Actor, action: HostAction, host: Host): boolean => rights[action](actor, host),
  canAdd: isUnionOfficer,
  /** Who the contact is, is for those who work with the host and for the contact. */
  canSeeContact: runsHost,
};
