import { toId } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { Resource } from '../resource/resource.js';
import type { Collection } from './collection.js';
import { collectionPolicy } from './collection.policy.js';
import { collectionMutations } from './collection.mutations.js';

/** Resolvers of the noun ResourceCollection. */
export const collectionResolvers: Resolvers = {
  Query: {
    resourceCollection: async (_root, { id }, { actor, read }) => read.collections.findVisible(actor, toId(id)),
    resourceCollections: async (_root, { resourceId, ...page }, { actor, read }) =>
      read.collections.pagePublic(
        actor,
        readPageRequest(page, ['instant', 'id']),
        resourceId == null ? undefined : toId<'Resource'>(resourceId),
      ),
  },
  Viewer: {
    resourceCollections: async (_viewer, page, { actor, read }) =>
      read.collections.pageOwn(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Mutation: collectionMutations,
  ResourceCollection: {
    owner: ({ ownerId }) => ({ id: ownerId }),
    itemCount: ({ id }, _args, { loaders }) => loaders.collectionCounts.load(id),
    items: async ({ id }, page, { actor, read, loaders }) => {
      const { edges, pageInfo } = await read.collections.pageItems(actor, id, readPageRequest(page, ['whole', 'id']));
      const resources = await Promise.all(edges.map(({ node }) => loaders.resources.load(node.id)));
      // What went out of sight between the two statements is left out, as it will be on the next look.
      return { edges: edges.flatMap(({ cursor }, index) => toEdge(cursor, resources[index])), pageInfo };
    },
    viewerActions: (collection: Collection, _args, { actor }) =>
      collectionPolicy.actions.filter((action) => collectionPolicy.can(actor, action, collection)),
  },
};

function toEdge(cursor: string, node: Resource | undefined): readonly { cursor: string; node: Resource }[] {
  return node === undefined ? [] : [{ cursor, node }];
}
