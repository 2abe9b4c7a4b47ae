import { isInGroup, isMember, isOfficerOf, isUnionOfficer, type Actor } from '@guildhall/kernel';
import type { Series } from './series.js';

/** Who may do what to a series. */
export const seriesPolicy = {
  /** The platform alone drafts what nobody asks for at the moment. */
  canDraftAhead: (actor: Actor): boolean => actor.kind === 'system',
  /** Officers of the group and of the union, and whoever started it for as long as they are in the group. */
  canKeep: (actor: Actor, { groupId, keeperId }: Pick<Series, 'groupId' | 'keeperId'>): boolean =>
    isOfficerOf(actor, groupId) || isUnionOfficer(actor) || (isMember(actor, keeperId) && isInGroup(actor, groupId)),
};
