import { isMember, memberOf, type Actor, type Id } from '@guildhall/kernel';
import type { Collection, CollectionAction } from './collection.js';

/** Which collections an actor may see: public ones and their own; the repository turns this into SQL. */
export function visibleCollections(actor: Actor): { readonly own: Id<'Member'> | undefined } {
  return { own: memberOf(actor) };
}

const isOwner = (actor: Actor, { ownerId }: Collection): boolean => isMember(actor, ownerId);

/** One line per right over a collection. */
const rights: Readonly<Record<CollectionAction, (actor: Actor, collection: Collection) => boolean>> = {
  EDIT: isOwner,
  DELETE: isOwner,
};

/** Who may do what to a collection. */
export const collectionPolicy = {
  actions: ['EDIT', 'DELETE'] as const,
  can: (actor: Actor, action: CollectionAction, collection: Collection): boolean => rights[action](actor, collection),
  /** Any active member may keep collections. */
  canCreate: (actor: Actor): boolean => memberOf(actor) !== undefined,
};
