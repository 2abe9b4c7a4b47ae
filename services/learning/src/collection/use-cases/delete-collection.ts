import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CollectionId } from '../collection.js';
import { findOwnCollection } from './find-own-collection.js';

/** Deletes a collection for good; the resources in it stay. */
export function deleteCollection(
  { transaction }: Deps,
  actor: Actor,
  { collectionId }: { readonly collectionId: CollectionId },
) {
  return transaction(async ({ collections }) => {
    const found = await findOwnCollection({ collections }, actor, { collectionId, action: 'DELETE' });
    if (!found.ok) return found;
    await collections.remove(collectionId);
    return ok(found.value);
  });
}
