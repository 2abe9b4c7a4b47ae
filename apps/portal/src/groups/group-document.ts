import type { GroupQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** One group with its offices, members and activities; unpublished activities are there for its officers alone. */
export const groupDocument = graphql(`
  query Group($id: ID!) {
    group(id: $id) {
      id
      name
      kind
      purpose
      status
      foundedAt
      memberCount
      viewerIsMember
      viewerActions
      positions {
        id
        title
        seats
        holders {
          id
          member {
            id
            displayName
          }
        }
      }
      members(first: 24) {
        edges {
          node {
            id
            since
            member {
              id
              displayName
            }
          }
        }
      }
      activities(first: 12) {
        edges {
          node {
            id
            title
            kind
            place
            startsAt
            status
            phase
            seatsLeft
            viewerRegistration {
              id
              status
            }
          }
        }
      }
    }
  }
`);

/** A group that the viewer may see. */
export type ShownGroup = NonNullable<GroupQuery['group']>;
