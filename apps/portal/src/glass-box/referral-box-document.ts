import type { ReferralBoxQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** What became of one request: the departments it went through, what was promised, who can read it and who did. */
export const referralBoxDocument = graphql(`
  query ReferralBox($id: ID!, $after: String) {
    referral(id: $id) {
      id
      milestones {
        id
        text
        dueAt
        doneAt
        status
      }
      chain {
        id
        status
        sentAt
        department {
          id
          name
        }
        response {
          decision
          respondedAt
        }
      }
      holders {
        kind
        name
      }
      openings(first: 20, after: $after) {
        edges {
          cursor
          node {
            at
            readerRole
            reader {
              kind
              name
            }
            fields {
              id
              name
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

/** One request as the glass box shows it. */
export type BoxedReferral = NonNullable<ReferralBoxQuery['referral']>;
