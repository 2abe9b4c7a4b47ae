import { graphql } from '../graph/graphql.js';

/** One mediation as one of its sides sees it. */
export const mediationDocument = graphql(`
  query Mediation($id: ID!, $language: String!) {
    mediation(id: $id) {
      id
      status
      requestedAt
      request
      unsuitableReason
      invitedUntil
      agreedAt
      endedAt
      extent
      mediator
      followUpAt
      followUpUntil
      viewerFollowUp
      viewerActions
      parties {
        id
        kind
        name
        isViewer
        hasJoined
        hasSigned
      }
      agreement {
        version
        paragraphs(language: $language)
      }
      rooms {
        id
        kind
        viewerCanWrite
        party {
          id
          name
          isViewer
        }
        readers {
          id
          name
          isViewer
        }
        messages(first: 100) {
          edges {
            node {
              id
              body
              sentAt
              party {
                id
                name
                isViewer
              }
            }
          }
        }
      }
      sessions {
        id
        startsAt
        place
        party {
          id
          name
          isViewer
        }
      }
      terms {
        id
        text
        dueOn
        owedBy {
          id
          name
          isViewer
        }
      }
      readings(first: 50) {
        edges {
          node {
            id
            layer
            readerRole
            at
          }
        }
      }
    }
  }
`);
