import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';
import type { CircleAction, CircleFacts } from './circle.js';

/** Whose circles an actor may see; the repository turns this into SQL. No office opens anybody else's. */
export function visibleCircles(actor: Actor): MemberId | undefined {
  return memberOf(actor);
}

/** Where one can stand to a circle and still see it: who declined, never answered or left sees nothing more of it. */
export const seeingSeats = ['INVITED', 'ACCEPTED', 'DONE'] as const;

const holdsSeat = (actor: Actor, { viewer }: CircleFacts): boolean =>
  viewer !== undefined && isMember(actor, viewer.memberId);

/** Who may do what with a circle: whoever holds a seat, and the platform when its time is over. */
export const circlePolicy = {
  can: (actor: Actor, action: CircleAction, facts: CircleFacts): boolean =>
    action === 'EXPIRE' ? actor.kind === 'system' : holdsSeat(actor, facts),
  /** Names are shown to each other by those who accepted, once the circle is there and while it lasts. */
  canSeeMembers: (actor: Actor, facts: CircleFacts): boolean =>
    holdsSeat(actor, facts) &&
    facts.viewer?.status === 'ACCEPTED' &&
    (facts.circle.status === 'FORMED' || facts.circle.status === 'MEETS'),
  /** Circles are proposed by the platform alone. */
  canPropose: (actor: Actor): boolean => actor.kind === 'system',
  /** Any active member may wish for a circle. */
  canWish: (actor: Actor): boolean => memberOf(actor) !== undefined,
};
