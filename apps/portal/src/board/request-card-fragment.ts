import { graphql } from '../graph/graphql.js';

/** What a card of a list shows of a request for help. */
export const requestCardFragment = graphql(`
  fragment HelpCard on HelpRequest {
    id
    kind
    title
    language
    status
    place
    windowFrom
    windowTo
    helpersWanted
    helpersFound
    credits
    deadline
    postedAt
    viewerActions
    requester {
      id
      displayName
    }
    viewerOffer {
      id
      status
    }
  }
`);
