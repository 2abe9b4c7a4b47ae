import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CollectedResource } from './add-to-collection.js';
import { findOwnCollection } from './find-own-collection.js';

/** Takes a resource out of a collection; nothing happens when it is not in it. */
export function removeFromCollection(
  { transaction, clock }: Deps,
  actor: Actor,
  { collectionId, resourceId }: CollectedResource,
) {
  return transaction(async ({ collections }) => {
    const found = await findOwnCollection({ collections }, actor, { collectionId, action: 'EDIT' });
    if (!found.ok) return found;
    const held = await collections.listHeld(collectionId);
    if (!held.includes(resourceId)) return ok(found.value);
    await collections.replaceItems(
      collectionId,
      held.filter((id) => id !== resourceId),
    );
    return ok(await collections.save({ ...found.value, changedAt: clock.now() }));
  });
}
