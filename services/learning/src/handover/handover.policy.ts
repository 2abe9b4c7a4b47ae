import { isMember, isOfficerOf, isUnionOfficer, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { HandoverCapsule, HandoverCapsuleAction } from './handover-capsule.js';

/** Which handovers an actor may see; the repository turns this into SQL. */
export type HandoverScope =
  | 'all'
  | { readonly memberId: Id<'Member'> | undefined; readonly groupIds: readonly Id<'Group'>[] };

/** The two parties see theirs; where they stand, union officers see of all and officers of those in their group. */
export function visibleCapsules(actor: Actor): HandoverScope {
  if (actor.kind === 'system' || isUnionOfficer(actor)) return 'all';
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  return { memberId: memberOf(actor), groupIds: mandates.flatMap(({ groupId }) => groupId ?? []) };
}

/** What somebody is to a handover; nothing for whoever may not see it. */
export type HandoverRole = 'SUCCESSOR' | 'OUTGOING' | 'WATCHER';

const takesOver = (actor: Actor, { successorId }: HandoverCapsule): boolean => isMember(actor, successorId);
const handsOver = (actor: Actor, { outgoingIds }: HandoverCapsule): boolean => {
  const memberId = memberOf(actor);
  return memberId !== undefined && outgoingIds.includes(memberId);
};
const isSystem = ({ kind }: Actor): boolean => kind === 'system';

/** One line per right over a handover (machine N). No office gives a right over somebody else's. */
const rights: Readonly<Record<HandoverCapsuleAction, (actor: Actor, capsule: HandoverCapsule) => boolean>> = {
  WRITE: handsOver,
  HAND_OVER: handsOver,
  START_SHADOWING: takesOver,
  TICK: takesOver,
  ASK: takesOver,
  ANSWER: handsOver,
  ACCEPT: takesOver,
  REMIND: isSystem,
  ALERT: isSystem,
  SEAL: isSystem,
  FORGET: isSystem,
};

/** Who may do what about a handover. */
export const handoverPolicy = {
  can: (actor: Actor, action: HandoverCapsuleAction, capsule: HandoverCapsule): boolean =>
    rights[action](actor, capsule),

  roleOf(actor: Actor, capsule: HandoverCapsule): HandoverRole | undefined {
    if (takesOver(actor, capsule)) return 'SUCCESSOR';
    if (handsOver(actor, capsule)) return 'OUTGOING';
    const { groupId } = capsule;
    const watches = isUnionOfficer(actor) || (groupId !== undefined && isOfficerOf(actor, groupId));
    return watches || isSystem(actor) ? 'WATCHER' : undefined;
  },

  /** Whoever takes over reads once it is handed over; an office alone lets nobody read. */
  canRead: (actor: Actor, capsule: HandoverCapsule): boolean =>
    handsOver(actor, capsule) || (takesOver(actor, capsule) && capsule.filledAt !== undefined),

  /** Where its parts stand is for the two parties from the first day. */
  canSeeProgress: (actor: Actor, capsule: HandoverCapsule): boolean =>
    handsOver(actor, capsule) || takesOver(actor, capsule),

  /** Whether the list of what is not accepted has anything for the actor. */
  canWatch: (actor: Actor): boolean => {
    const scope = visibleCapsules(actor);
    return scope === 'all' || scope.groupIds.length > 0;
  },
};
