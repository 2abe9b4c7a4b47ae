import type { CollectionQuery } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';

const rowFragment = graphql(`
  fragment CollectionRow on ResourceCollection {
    id
    title
    description
    visibility
    itemCount
    owner {
      id
      displayName
    }
  }
`);

/** The viewer's own collections. */
export const ownCollectionsDocument = withFragments(
  graphql(`
    query OwnCollections($after: String) {
      viewer {
        subject
        resourceCollections(first: 20, after: $after) {
          edges {
            node {
              ...CollectionRow
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `),
  rowFragment,
);

/** Collections that everybody may see. */
export const publicCollectionsDocument = withFragments(
  graphql(`
    query PublicCollections($after: String) {
      resourceCollections(first: 20, after: $after) {
        edges {
          node {
            ...CollectionRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  rowFragment,
);

/** One collection with what is in it. */
export const collectionDocument = graphql(`
  query Collection($id: ID!) {
    resourceCollection(id: $id) {
      id
      title
      description
      visibility
      itemCount
      viewerActions
      owner {
        id
        displayName
      }
      items(first: 100) {
        edges {
          node {
            id
            title
            kind
            language
          }
        }
      }
    }
  }
`);

/** A collection that the viewer may see. */
export type ShownCollection = NonNullable<CollectionQuery['resourceCollection']>;

/** Makes a collection. */
export const createCollectionDocument = withFaults(
  graphql(`
    mutation CreateCollection($input: CreateCollectionInput!) {
      createCollection(input: $input) {
        __typename
        ... on CreateCollectionSuccess {
          collection {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

/** Changes what is written about a collection. */
export const editCollectionDocument = withFaults(
  graphql(`
    mutation EditCollection($input: EditCollectionInput!) {
      editCollection(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Deletes a collection. */
export const deleteCollectionDocument = graphql(`
  mutation DeleteCollection($input: DeleteCollectionInput!) {
    deleteCollection(input: $input) {
      __typename
    }
  }
`);

/** Puts a resource into a collection. */
export const addToCollectionDocument = graphql(`
  mutation AddToCollection($input: AddToCollectionInput!) {
    addToCollection(input: $input) {
      __typename
      ... on AddToCollectionSuccess {
        collection {
          id
          itemCount
        }
      }
    }
  }
`);

/** Takes a resource out of a collection. */
export const removeFromCollectionDocument = graphql(`
  mutation RemoveFromCollection($input: RemoveFromCollectionInput!) {
    removeFromCollection(input: $input) {
      __typename
    }
  }
`);

/** Puts what is in a collection into another order. */
export const orderCollectionDocument = graphql(`
  mutation OrderCollection($input: OrderCollectionInput!) {
    orderCollection(input: $input) {
      __typename
    }
  }
`);
