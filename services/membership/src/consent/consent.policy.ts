import { isInGroup, isMember, registeredMemberOf, memberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import type { Consent, ConsentAction } from './consent.js';

/** Whose consents an actor may see: their own, also while suspended or after leaving. */
export function visibleConsents(actor: Actor): MemberId | undefined {
  return registeredMemberOf(actor);
}

/** Who may end what somebody allowed: the person, whatever their membership, and nobody for them. */
const rights: Readonly<Record<ConsentAction, (actor: Actor, consent: Consent) => boolean>> = {
  WITHDRAW: (actor, { memberId }) => isMember(actor, memberId) || registeredMemberOf(actor) === memberId,
};

/** Who may do what to a consent (domain 1.4, point 2). */
export const consentPolicy = {
  can: (actor: Actor, action: ConsentAction, consent: Consent): boolean => rights[action](actor, consent),
  /** Members consent for themselves, and to a group only while they belong to it. */
  canGive: (actor: Actor, { groupId }: { readonly groupId: GroupId | undefined }): boolean =>
    memberOf(actor) !== undefined && (groupId === undefined || isInGroup(actor, groupId)),
};
