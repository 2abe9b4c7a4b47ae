import { memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** Whose asks and companies an actor may see; the repository turns this into SQL. */
export function visibleAsks(actor: Actor): MemberId | undefined {
  return memberOf(actor);
}

/** Who may ask for company, and take their own ask back: active members. */
export const companyPolicy = {
  can: (actor: Actor): boolean => memberOf(actor) !== undefined,
  /** Asks are forgotten by the platform alone. */
  canForget: (actor: Actor): boolean => actor.kind === 'system',
};
