import type { GroupPostsQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** What the people of a group wrote to each other, a page of it. */
export const groupPostsDocument = graphql(`
  query GroupPosts($id: ID!, $first: Int!) {
    group(id: $id) {
      id
      postKinds
      posts(first: $first) {
        edges {
          node {
            id
            kind
            language
            body
            writtenAt
            status
            removalReason
            viewerActions
            author {
              id
              displayName
            }
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

/** Writes to the people of a group. */
export const publishPostDocument = withFaults(
  graphql(`
    mutation PublishPost($input: PublishPostInput!) {
      publishPost(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Takes back a post of one's own. */
export const withdrawPostDocument = graphql(`
  mutation WithdrawPost($input: WithdrawPostInput!) {
    withdrawPost(input: $input) {
      __typename
    }
  }
`);

/** Removes somebody's post. */
export const removePostDocument = withFaults(
  graphql(`
    mutation RemovePost($input: RemovePostInput!) {
      removePost(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** A post that the viewer may read. */
export type ShownPost = NonNullable<GroupPostsQuery['group']>['posts']['edges'][number]['node'];
