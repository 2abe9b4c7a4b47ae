import { isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** Whose queue of disputes the actor may see: their own, as an officer of the union; the repository turns this into SQL. */
export function decidesDisputes(actor: Actor): MemberId | undefined {
  return isUnionOfficer(actor) ? memberOf(actor) : undefined;
}
