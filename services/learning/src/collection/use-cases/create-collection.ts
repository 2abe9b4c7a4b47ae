import { err, limitReached, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkCollection, collectionsMax, type CollectionContent } from '../collection.js';
import { collectionPolicy } from '../collection.policy.js';

/** Makes an empty collection. */
export function createCollection({ transaction, clock, ids }: Deps, actor: Actor, content: CollectionContent) {
  return transaction(async ({ collections }) => {
    const ownerId = memberOf(actor);
    if (ownerId === undefined || !collectionPolicy.canCreate(actor)) return err(notAllowed('CREATE', 'Collection'));
    const checked = checkCollection(content);
    if (!checked.ok) return checked;
    if ((await collections.countOwnLocked(ownerId)) >= collectionsMax)
      return err(limitReached('Delete a collection before you make another one.', collectionsMax));
    const collection = { ...checked.value, id: ids.ordered<'ResourceCollection'>(), ownerId };
    return ok(await collections.add({ ...collection, changedAt: clock.now(), version: 1 }));
  });
}
