import { isMember, isOfficerOf, isUnionOfficer, type Actor } from '@guildhall/kernel';
import type { Mandate, Position } from '../group/mandate.js';

/** Who may decide what offices ask for, and who may know what a holder lacks. */
export const trainingPolicy = {
  /** What the union asks of every office of a kind is decided by its elected officers. */
  canDecideRule: (actor: Actor): boolean => isUnionOfficer(actor),
  /** What somebody has learned is theirs: only who is responsible for the office with them hears what is missing. */
  canSeeMissing: (
    actor: Actor,
    { groupId }: Pick<Position, 'groupId'>,
    { memberId }: Pick<Mandate, 'memberId'>,
  ): boolean =>
    isMember(actor, memberId) || isUnionOfficer(actor) || (groupId !== undefined && isOfficerOf(actor, groupId)),
  /** Who waits for training is for whoever leads: the public sees that nobody holds the office. */
  canSeeWaiting: (actor: Actor, { groupId }: Pick<Position, 'groupId'>): boolean =>
    isUnionOfficer(actor) || (groupId !== undefined && isOfficerOf(actor, groupId)),
};
