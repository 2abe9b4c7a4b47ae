import type { HelpRequestPageQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { requestCardFragment } from './request-card-fragment.js';

/** One request for help, with all that the viewer may know of how it goes on. */
export const requestDocument = withFragments(
  graphql(`
    query HelpRequestPage($id: ID!) {
      helpRequest(id: $id) {
        ...HelpCard
        words
        statusReason
        suggestedPlaces
        completedAt
        meeting {
          place
          at
          awaiting
          agreedByViewer
        }
        doneClaim {
          at
          countsFrom
          by {
            id
            displayName
          }
        }
        repostedAs {
          id
        }
        offers {
          id
          words
          offeredAt
          viewerActions
          helper {
            id
            displayName
          }
        }
        viewerOffer {
          id
          words
          status
          viewerActions
        }
        matches {
          id
          contact
          thanks
          matchedAt
          viewerActions
          helper {
            id
            displayName
          }
          conversation {
            id
          }
        }
        dispute {
          id
          words
          raisedAt
          decision
          reason
        }
      }
    }
  `),
  requestCardFragment,
);

/** A request for help that the viewer may see. */
export type ShownRequest = NonNullable<HelpRequestPageQuery['helpRequest']>;

/** What each part of the page of a request gets. */
export type RequestPartProps = { readonly request: ShownRequest; readonly onChange: () => void };
