import type { GroupQuery } from '../generated/graphql.js';
import { activityCardFragment } from '../activities/activity-card-fragment.js';
import { graphql, withFragments } from '../graph/graphql.js';

/** One group with its offices, members and activities; unpublished activities are there for its officers alone. */
export const groupDocument = withFragments(
  graphql(`
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
        activityActions
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
              ...ActivityCard
            }
          }
        }
      }
    }
  `),
  activityCardFragment,
);

/** A group that the viewer may see. */
export type ShownGroup = NonNullable<GroupQuery['group']>;
