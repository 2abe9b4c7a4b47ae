import { memberOf, type Actor } from '@guildhall/kernel';
import type { ContestId } from '../contest/contest.js';
import type { MemberId } from '../member/member.js';
import type { RollLine } from './ballot.js';

/** Who votes: an active member, for themselves, in contests on whose frozen roll they stand. Nobody votes for somebody else. */
export const ballotPolicy = {
  /** As whom the actor votes; nothing for staff, machines, the platform, and members without rights. */
  voterOf: (actor: Actor): MemberId | undefined => memberOf(actor),
  /** Whether somebody can vote in all of the contests, by their lines of the roll. */
  canCast: (roll: readonly RollLine[], contestIds: readonly ContestId[]): boolean =>
    contestIds.every((id) => roll.some(({ contestId }) => contestId === id)),
};
