import { err, limitReached, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ResourceId } from '../../resource/resource.js';
import { collectionItemsMax, type CollectionId } from '../collection.js';
import { findOwnCollection } from './find-own-collection.js';

/** What to put into which collection. */
export type CollectedResource = { readonly collectionId: CollectionId; readonly resourceId: ResourceId };

/** Puts a published resource at the end of a collection; nothing happens when it is in it. */
export function addToCollection(
  { transaction, clock }: Deps,
  actor: Actor,
  { collectionId, resourceId }: CollectedResource,
) {
  return transaction(async ({ collections, resources }) => {
    const found = await findOwnCollection({ collections }, actor, { collectionId, action: 'EDIT' });
    if (!found.ok) return found;
    const resource = await resources.findVisible(actor, resourceId);
    if (resource?.status !== 'PUBLISHED') return err(notFound('Resource'));
    const held = await collections.listHeld(collectionId);
    if (held.includes(resourceId)) return ok(found.value);
    if (held.length >= collectionItemsMax)
      return err(limitReached('This collection is full. Begin another one.', collectionItemsMax));
    await collections.replaceItems(collectionId, [...held, resourceId]);
    return ok(await collections.save({ ...found.value, changedAt: clock.now() }));
  });
}
