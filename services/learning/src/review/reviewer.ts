/*
 * Who checks what others wrote before the whole union sees it.
 * Life: none of its own; the right begins and ends with the mandate. Owner: learning.
 */
import { isUnionOfficer, memberOf, type Actor, type Id } from '@guildhall/kernel';

/** Whether the actor holds an office that reviews learning material: course representative or union officer, now. */
export function isReviewer(actor: Actor): boolean {
  const isRep = actor.kind === 'person' && actor.mandates.some((mandate) => mandate.kind === 'COURSE_REP');
  return memberOf(actor) !== undefined && (isRep || isUnionOfficer(actor));
}

/** Whether the actor may review this work: nobody reviews their own. */
export function mayReview(actor: Actor, { authorId }: { readonly authorId: Id<'Member'> }): boolean {
  return isReviewer(actor) && memberOf(actor) !== authorId;
}
