import type { RunGroupQuery } from '../../generated/graphql.js';
import { graphql } from '../../graph/graphql.js';

/** What the officers of a group decide about: who comes in, its offices, and its standing in the union. */
export const runDocument = graphql(`
  query RunGroup($id: ID!) {
    group(id: $id) {
      id
      name
      purpose
      status
      joinPolicy
      viewerActions
      reaffiliationDueAt
      dormantBecause
      handover {
        state
        servedUntil
        dormantAt
      }
      constitution {
        id
        number
        text
        link
        adoptedAt
      }
      affiliationSubmission {
        id
        occasion
        status
        constitutionText
        constitutionLink
        riskStatement
        programme
        submittedAt
        viewerActions
        steps {
          id
          action
          note
          at
        }
      }
      admissions(first: 50) {
        edges {
          node {
            id
            kind
            words
            askedAt
            viewerActions
            member {
              id
              displayName
            }
          }
        }
      }
      positions {
        id
        title
        kind
        seats
        requiredTraining {
          path {
            id
            title
          }
        }
        ownTraining {
          path {
            id
          }
        }
        waiting {
          id
          startsAt
          isWaiting
          missingTraining {
            path {
              id
              title
            }
          }
          member {
            id
            displayName
          }
        }
        holders {
          id
          startsAt
          endsAt
          origin
          viewerActions
          missingTraining {
            path {
              id
              title
            }
          }
          member {
            id
            displayName
          }
        }
      }
    }
  }
`);

/** A group as those who run it see it. */
export type RunGroup = NonNullable<RunGroupQuery['group']>;

/** A part of the page: the group, and what to do once something of it changed. */
export type RunPartProps = { readonly group: RunGroup; readonly onChange: () => void };
