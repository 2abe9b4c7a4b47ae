import type { ElectionComplaintsQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';

/** A page of the viewer's own complaints about an election. */
export const complaintsDocument = graphql(`
  query ElectionComplaints($id: ID!, $first: Int!, $after: String) {
    election(id: $id) {
      id
      complaints(first: $first, after: $after) {
        edges {
          cursor
          node {
            id
            text
            madeAt
            status
            ruling
            candidate {
              id
              name
              isReopen
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
`);

/** Complains about an election or about a candidate. */
export const complainDocument = withFaults(
  graphql(`
    mutation ComplainAboutElection($input: ComplainAboutElectionInput!) {
      complainAboutElection(input: $input) {
        __typename
        ... on ComplainAboutElectionSuccess {
          complaint {
            id
            status
          }
        }
        ... on LimitReachedError {
          limit
        }
        ...Fault
      }
    }
  `),
);

/** A complaint of the viewer's. */
export type ShownComplaint = NonNullable<ElectionComplaintsQuery['election']>['complaints']['edges'][number]['node'];
