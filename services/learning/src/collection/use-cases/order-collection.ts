import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ResourceId } from '../../resource/resource.js';
import { orderItems, type CollectionId } from '../collection.js';
import { findOwnCollection } from './find-own-collection.js';

/** Which collection to put into which order. */
export type OrderCollection = { readonly collectionId: CollectionId; readonly resourceIds: readonly ResourceId[] };

/** Puts what is in a collection into a new order. */
export function orderCollection(
  { transaction, clock }: Deps,
  actor: Actor,
  { collectionId, resourceIds }: OrderCollection,
) {
  return transaction(async ({ collections }) => {
    const found = await findOwnCollection({ collections }, actor, { collectionId, action: 'EDIT' });
    if (!found.ok) return found;
    const ordered = orderItems(await collections.listHeld(collectionId), resourceIds);
    if (!ordered.ok) return ordered;
    await collections.replaceItems(collectionId, ordered.value);
    return ok(await collections.save({ ...found.value, changedAt: clock.now() }));
  });
}
