import { isOfficerOf, isUnionOfficer, memberOf, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { namesAfterEndMs, type Occasion } from './needs.js';

/** Whose profile and readings an actor may see whole: their own, also while suspended or after leaving. */
export function ownNeeds(actor: Actor): MemberId | undefined {
  return registeredMemberOf(actor);
}

/** Whether the actor holds the office of welfare lead of the group. */
export function isWelfareLeadOf(actor: Actor, groupId: GroupId): boolean {
  return (
    memberOf(actor) !== undefined &&
    actor.kind === 'person' &&
    actor.mandates.some((mandate) => mandate.kind === 'WELFARE_LEAD' && mandate.groupId === groupId)
  );
}

/** Who may know what of people's needs (domain 1.2, participant needs). */
export const needsPolicy = {
  /** What one needs is one's own to say. */
  canWrite: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** Taking it back stays possible whatever becomes of the membership. */
  canErase: (actor: Actor): boolean => registeredMemberOf(actor) !== undefined,
  /** Officers of the group and of the union plan with figures. */
  canSeeCounts: (actor: Actor, groupId: GroupId): boolean => isOfficerOf(actor, groupId) || isUnionOfficer(actor),
  /** Names are for the welfare lead of the group alone, until seven days after the end. */
  canReadNames: (actor: Actor, { groupId, endedAt }: Pick<Occasion, 'groupId' | 'endedAt'>, now: Date): boolean =>
    isWelfareLeadOf(actor, groupId) && (endedAt === undefined || now.getTime() <= endedAt.getTime() + namesAfterEndMs),
};
