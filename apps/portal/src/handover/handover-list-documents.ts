import type { HandoversQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

const lineFragment = graphql(`
  fragment HandoverLine on HandoverCapsule {
    id
    status
    positionKind
    viewerRole
    dueAt
    isLate
    group {
      id
      name
    }
    constituency {
      id
      programme
      year
    }
    successor {
      id
      displayName
    }
    outgoing {
      id
      displayName
    }
  }
`);

/** The handovers of which the viewer is a part. */
export const handoversDocument = withFragments(
  graphql(`
    query Handovers($after: String) {
      viewer {
        subject
        handovers(first: 20, after: $after) {
          edges {
            node {
              id
              ...HandoverLine
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
  lineFragment,
);

/** The handovers that the viewer sees to as an officer. */
export const watchedHandoversDocument = withFragments(
  graphql(`
    query WatchedHandovers($after: String) {
      viewer {
        subject
        watchedHandovers(first: 20, after: $after) {
          edges {
            node {
              id
              ...HandoverLine
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
  lineFragment,
);

/** One line of a list of handovers. */
export type ShownLine = NonNullable<HandoversQuery['viewer']['handovers']>['edges'][number]['node'];
