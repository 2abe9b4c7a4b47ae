import type { OwnConsentsQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** What the viewer allowed others to read, and whom they could allow it. */
export const consentsDocument = graphql(`
  query OwnConsents($after: String) {
    viewer {
      subject
      ownNeedsActions
      needs {
        updatedAt
      }
      member {
        id
        groups {
          id
          group {
            id
            name
          }
        }
      }
      consents(first: 20, after: $after) {
        edges {
          node {
            id
            purpose
            fields
            group {
              id
              name
            }
            givenAt
            until
            withdrawnAt
            status
            viewerActions
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

/** One consent as the page shows it. */
export type ShownConsent = OwnConsentsQuery['viewer']['consents']['edges'][number]['node'];
