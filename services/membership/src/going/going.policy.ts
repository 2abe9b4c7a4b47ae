import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { GoingSharing } from './going.js';

/** Whose connections are told of; nobody's to people who are no active members. The repository turns this into SQL. */
export function visibleGoing(actor: Actor): MemberId | undefined {
  return memberOf(actor);
}

/** Who may do what to a choice about being shown as going. */
export const goingPolicy = {
  /** Members choose for themselves. */
  canChange: (actor: Actor, { memberId }: GoingSharing): boolean => isMember(actor, memberId),
};
