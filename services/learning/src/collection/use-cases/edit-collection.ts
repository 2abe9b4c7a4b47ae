import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkCollection, type CollectionContent, type CollectionId } from '../collection.js';
import { findOwnCollection } from './find-own-collection.js';

/** Which collection to change, and what its owner writes from now on. */
export type EditCollection = { readonly collectionId: CollectionId; readonly content: CollectionContent };

/** Replaces what the owner wrote about a collection, and who may see it. */
export function editCollection({ transaction, clock }: Deps, actor: Actor, { collectionId, content }: EditCollection) {
  return transaction(async ({ collections }) => {
    const found = await findOwnCollection({ collections }, actor, { collectionId, action: 'EDIT' });
    if (!found.ok) return found;
    const checked = checkCollection(content);
    if (!checked.ok) return checked;
    return ok(await collections.save({ ...found.value, ...checked.value, changedAt: clock.now() }));
  });
}
