import { isMember, isOfficerOf, memberOf, type Actor } from '@guildhall/kernel';
import { isWelfareLeadOf } from '../needs/needs.policy.js';
import { needsEndAt, type NeedsOccasion } from './activity-needs.js';

const isKept = (occasion: NeedsOccasion, now: Date): boolean => occasion.isOpen && now < needsEndAt(occasion);

/** Who may know what of needs at one activity (domain 1.2, participant needs). */
export const activityNeedsPolicy = {
  /** Members share their own while it is not over. */
  canShare: (actor: Actor, occasion: NeedsOccasion, now: Date): boolean =>
    memberOf(actor) !== undefined && occasion.isOpen && now < occasion.endsAt,
  /** Who organises it plans with figures: its group's officers and who leads it. The union's officers do not plan it. */
  canSeeCounts: (actor: Actor, occasion: NeedsOccasion, now: Date): boolean =>
    isKept(occasion, now) &&
    ((occasion.groupId !== undefined && isOfficerOf(actor, occasion.groupId)) ||
      [...occasion.organiserIds, ...occasion.welfareLeadIds].some((id) => isMember(actor, id))),
  /** Only the platform forgets, seven days after the end. */
  canForget: (actor: Actor): boolean => actor.kind === 'system',
  /** Names are for its welfare lead, or the one of its group, until seven days after the end. */
  canReadNames: (actor: Actor, occasion: NeedsOccasion, now: Date): boolean =>
    isKept(occasion, now) &&
    occasion.groupId !== undefined &&
    (isWelfareLeadOf(actor, occasion.groupId) || occasion.welfareLeadIds.some((id) => isMember(actor, id))),
};
