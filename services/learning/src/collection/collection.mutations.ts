import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** What an owner does with collections. */
export const collectionMutations: NonNullable<Resolvers['Mutation']> = {
  createCollection: async (_root, { input }, { actor, learning }) =>
    toResult('CreateCollectionSuccess', await learning.createCollection(actor, input.content), (collection) => ({
      collection,
    })),
  editCollection: async (_root, { input }, { actor, learning }) =>
    toResult(
      'EditCollectionSuccess',
      await learning.editCollection(actor, {
        ...input,
        collectionId: toId(input.collectionId),
      }),
      (collection) => ({ collection }),
    ),
  deleteCollection: async (_root, { input }, { actor, learning }) =>
    toResult(
      'DeleteCollectionSuccess',
      await learning.deleteCollection(actor, { collectionId: toId(input.collectionId) }),
      (collection) => ({ collection }),
    ),
  addToCollection: async (_root, { input: { collectionId, resourceId } }, { actor, learning }) =>
    toResult(
      'AddToCollectionSuccess',
      await learning.addToCollection(actor, { collectionId: toId(collectionId), resourceId: toId(resourceId) }),
      (collection) => ({ collection }),
    ),
  removeFromCollection: async (_root, { input: { collectionId, resourceId } }, { actor, learning }) =>
    toResult(
      'RemoveFromCollectionSuccess',
      await learning.removeFromCollection(actor, { collectionId: toId(collectionId), resourceId: toId(resourceId) }),
      (collection) => ({ collection }),
    ),
  orderCollection: async (_root, { input: { collectionId, resourceIds } }, { actor, learning }) =>
    toResult(
      'OrderCollectionSuccess',
      await learning.orderCollection(actor, {
        collectionId: toId(collectionId),
        resourceIds: resourceIds.map((id) => toId<'Resource'>(id)),
      }),
      (collection) => ({ collection }),
    ),
};
