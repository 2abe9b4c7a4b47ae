import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';

/** Whose record an actor may see; the repository turns this into SQL. */
export type RecordScope = { readonly own: Id<'Member'> | undefined; readonly everything: boolean };

/** A record is its member's alone; what others may see of it, the member shows them item by item. */
export function visibleRecords(actor: Actor): RecordScope {
  return { own: memberOf(actor), everything: actor.kind === 'system' };
}

/** Who may do what with a record. */
export const recordPolicy = {
  /** One's own record, and nobody else's. */
  canRead: (actor: Actor, memberId: Id<'Member'>): boolean => isMember(actor, memberId),
  /** What is never to be offered for disclosure is the member's own choice. */
  canHide: (actor: Actor, memberId: Id<'Member'>): boolean => isMember(actor, memberId),
};
