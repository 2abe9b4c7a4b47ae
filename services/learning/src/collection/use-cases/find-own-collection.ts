import {
  err,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { Collection, CollectionAction, CollectionId } from '../collection.js';
import { collectionPolicy } from '../collection.policy.js';

/** The collection, locked, if the actor may do this to it. */
export async function findOwnCollection(
  { collections }: Pick<Repositories, 'collections'>,
  actor: Actor,
  { collectionId, action }: { readonly collectionId: CollectionId; readonly action: CollectionAction },
): Promise<Result<Collection, NotFoundError | NotAllowedError>> {
  const collection = await collections.findVisibleLocked(actor, collectionId);
  if (collection === null) return err(notFound('Collection'));
  return collectionPolicy.can(actor, action, collection) ? ok(collection) : err(notAllowed(action, 'Collection'));
}
