import { graphql, withFaults } from '../graph/graphql.js';

/** The reviews that wait for the viewer. */
export const peerReviewsDocument = graphql(`
  query PeerReviews($after: String) {
    viewer {
      subject
      member {
        id
        peerReviews(first: 20, after: $after) {
          edges {
            node {
              id
              title
              askedAt
              dueAt
              path {
                id
                title
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

/** One review, with the work it is about. */
export const peerReviewDocument = graphql(`
  query PeerReview($id: ID!) {
    peerReview(id: $id) {
      id
      title
      guidance
      rubric
      work
      status
      dueAt
      verdict
      words
      marks {
        criterion
        isMet
        words
      }
      viewerActions
      path {
        id
        title
      }
    }
  }
`);

/** Writes a review. */
export const writeReviewDocument = withFaults(
  graphql(`
    mutation WritePeerReview($input: WritePeerReviewInput!) {
      writePeerReview(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

/** Steps back from a review. */
export const declineReviewDocument = graphql(`
  mutation DeclinePeerReview($input: DeclinePeerReviewInput!) {
    declinePeerReview(input: $input) {
      __typename
    }
  }
`);
