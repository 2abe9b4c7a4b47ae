import type { GroupQuery } from '../generated/graphql.js';
import { activityCardFragment } from '../activities/activity-card-fragment.js';
import { graphql, withFragments } from '../graph/graphql.js';

/** One group with its activities and how the viewer stands to it; unpublished activities are there for its officers alone. */
export const groupDocument = withFragments(
  graphql(`
    query Group($id: ID!) {
      group(id: $id) {
        id
        name
        kind
        purpose
        status
        joinPolicy
        memberCount
        requestCount
        viewerIsMember
        viewerActions
        activityActions
        viewerAdmission {
          id
          kind
          words
          expiresAt
          viewerActions
        }
        handover {
          state
          servedUntil
          dormantAt
        }
        parent {
          id
          name
        }
        bodies {
          id
          name
        }
        positions {
          id
          title
          holders {
            id
            member {
              id
              displayName
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
