import type { OwnPeopleQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { tieFragment } from './tie-documents.js';

/** Everything about the people whom the viewer knows, or may want to. */
export const ownPeopleDocument = withFragments(
  graphql(`
    query OwnPeople {
      viewer {
        subject
        requestsReceived(first: 20) {
          edges {
            cursor
            node {
              ...ShownTie
            }
          }
        }
        requestsSent(first: 20) {
          edges {
            cursor
            node {
              ...ShownTie
            }
          }
        }
        memberSuggestions(first: 6) {
          edges {
            cursor
            node {
              member {
                id
                displayName
                pronouns
                tie {
                  viewerActions
                }
              }
              reasons {
                __typename
                ... on SharedInterests {
                  interests
                }
                ... on SharedGroups {
                  groups {
                    id
                    name
                  }
                }
                ... on SharedProgramme {
                  programme
                }
                ... on MutualConnections {
                  count
                  members {
                    id
                    displayName
                  }
                }
              }
            }
          }
        }
      }
    }
  `),
  tieFragment,
);

/** A page of the viewer's connections. */
export const connectionsDocument = withFragments(
  graphql(`
    query OwnConnections($search: String, $after: String) {
      viewer {
        subject
        connections(search: $search, first: 20, after: $after) {
          edges {
            cursor
            node {
              ...ShownTie
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
  tieFragment,
);

/** Somebody whom the viewer may want to know. */
export type ShownSuggestion = OwnPeopleQuery['viewer']['memberSuggestions']['edges'][number]['node'];

/** Takes somebody out of the suggestions. */
export const dismissDocument = graphql(`
  mutation DismissMemberSuggestion($input: DismissMemberSuggestionInput!) {
    dismissMemberSuggestion(input: $input) {
      __typename
    }
  }
`);
