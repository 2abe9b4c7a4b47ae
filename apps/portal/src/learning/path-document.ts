import type { PathQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

const stepFragment = graphql(`
  fragment Step on Step {
    id
    position
    title
    kind
    activityKind
    resource {
      id
      title
    }
  }
`);

/** One path with its steps, and the viewer's own progress on it. */
export const pathDocument = withFragments(
  graphql(`
    query Path($id: ID!) {
      path(id: $id) {
        id
        title
        summary
        viewerActions
        published {
          id
          steps {
            ...Step
          }
        }
        viewerEnrolment {
          id
          status
          enrolledAt
          completedAt
          viewerActions
          steps {
            status
            passedAt
            viewerActions
            step {
              ...Step
            }
          }
        }
      }
    }
  `),
  stepFragment,
);

/** A path that the viewer may see. */
export type ShownPath = NonNullable<PathQuery['path']>;

/** The viewer's own progress on a path. */
export type ShownEnrolment = NonNullable<ShownPath['viewerEnrolment']>;

/** One step with how far the viewer is. */
export type ShownStep = ShownEnrolment['steps'][number];
