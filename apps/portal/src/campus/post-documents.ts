import type { PostCardFragment } from '../generated/graphql.js';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';

/** A post as every page shows it. */
const postCardFragment = graphql(`
  fragment PostCard on Post {
    id
    kind
    language
    body
    isCampus
    isOwn
    writtenAt
    editedAt
    pinnedUntil
    isAnswered
    isMuted
    status
    removalReason
    replyCount
    viewerReactions
    viewerActions
    reactionCounts {
      kind
      count
    }
    author {
      id
      displayName
    }
    group {
      id
      name
    }
  }
`);

/** What the people of a group wrote to each other, a page of it. */
export const groupPostsDocument = withFragments(
  graphql(`
    query GroupPosts($id: ID!, $first: Int!) {
      group(id: $id) {
        id
        postKinds
        pinnedPosts {
          ...PostCard
        }
        posts(first: $first) {
          edges {
            node {
              ...PostCard
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  `),
  postCardFragment,
);

/** What the viewer may write to the whole union, and who would like to raise an idea of theirs. */
export const campusSpaceDocument = graphql(`
  query CampusSpace {
    viewer {
      subject
      campusPostKinds
      raiseRequests {
        id
        post {
          id
          body
          language
        }
      }
    }
  }
`);

/** What was written to the whole union, a page of it. */
export const campusPostsDocument = withFragments(
  graphql(`
    query CampusPosts($first: Int!, $kind: PostKind, $language: String) {
      pinnedCampusPosts {
        ...PostCard
      }
      campusPosts(first: $first, kind: $kind, language: $language) {
        edges {
          node {
            ...PostCard
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `),
  postCardFragment,
);

/** One post with what was said about it. */
export const threadDocument = withFragments(
  graphql(`
    query Thread($id: ID!, $first: Int!) {
      post(id: $id) {
        ...PostCard
        supporterCount
        answer {
          id
        }
        raisedProposals {
          id
          title
          status
        }
        raisedIssues {
          id
          title
          status
        }
        reactions(first: 50) {
          edges {
            node {
              kind
              member {
                id
                displayName
              }
            }
          }
        }
        raiseRequests {
          id
          target
          note
          status
          authorNamed
          viewerActions
          askedBy {
            id
            displayName
          }
        }
        replies(first: $first) {
          edges {
            node {
              id
              body
              language
              writtenAt
              editedAt
              status
              removalReason
              isOwn
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
  `),
  postCardFragment,
);

/** Writes to the people of a group or to the whole union. */
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

/** A post that the viewer may read. */
export type ShownPost = PostCardFragment;
