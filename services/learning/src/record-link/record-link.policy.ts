import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { RecordLink, RecordLinkAction } from './record-link.js';

/** Whose links an actor may see; the repository turns this into SQL. */
export type RecordLinkScope = { readonly own: Id<'Member'> | undefined };

/** Links are seen by their member alone; who has the token sees what they show, never the link. */
export function visibleRecordLinks(actor: Actor): RecordLinkScope {
  return { own: memberOf(actor) };
}

/** Who may do what with links: everybody shows their own record, and nobody another's. */
export const recordLinkPolicy = {
  canRead: (actor: Actor, memberId: Id<'Member'>): boolean => isMember(actor, memberId),
  canShare: (actor: Actor): boolean => memberOf(actor) !== undefined,
  can: (actor: Actor, action: RecordLinkAction, { memberId }: RecordLink): boolean =>
    action === 'WITHDRAW' && isMember(actor, memberId),
  /** Whoever has the token opens the link, signed in or not. */
  canOpen: (_actor: Actor): boolean => true,
};
