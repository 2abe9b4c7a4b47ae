import type { CaseQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** One case of the viewer with everything that was said and asked. */
export const caseDocument = graphql(`
  query Case($id: ID!) {
    case(id: $id) {
      id
      matter
      status
      stage
      openedAt
      narrative
      contactName
      otherParties
      outcome
      outcomeSummary
      ledgerIsIntact
      viewerActions
      mediationActions
      vacatedAt
      mergedInto {
        id
        matter
      }
      linkedCases {
        id
        matter
      }
      mergeOffers {
        id
        viewerActions
        from {
          id
          matter
        }
        into {
          id
          matter
        }
      }
      safeguardingSteps {
        id
        recipient
        ground
        reason
        takenAt
      }
      deadlines {
        id
        kind
        dueAt
        isLate
        metAt
      }
      messages(first: 100) {
        edges {
          node {
            id
            author
            body
            sentAt
          }
        }
      }
      referrals {
        id
        status
        dueAt
        sentAt
        viewerActions
        department {
          id
          name
          remit
        }
        fields {
          id
          name
          value
          consented
        }
        questions {
          id
          question
          askedAt
          answer
          answeredAt
          proposedAnswer
        }
        response {
          decision
          text
          respondedAt
          redirectTo {
            id
            name
          }
        }
      }
    }
  }
`);

/** A case that the viewer may read. */
export type ShownCase = NonNullable<CaseQuery['case']>;

/** One request to a department. */
export type ShownReferral = ShownCase['referrals'][number];
