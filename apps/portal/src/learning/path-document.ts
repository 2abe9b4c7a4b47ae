import type { PathQuery } from '../generated/graphql.js';
import { graphql, withFragments } from '../graph/graphql.js';

const stepFragment = graphql(`
  fragment Step on Step {
    id
    position
    title
    kind
    activityKind
    daysRequired
    hoursRequired
    guidance
    rubric
    requires
    quiz {
      id
    }
    resource {
      id
      title
    }
  }
`);

const upgradeFragment = graphql(`
  fragment Upgrade on UpgradePreview {
    version {
      id
      version
    }
    steps {
      change
      before {
        id
        title
      }
      after {
        id
        title
      }
    }
  }
`);

const handInFragment = graphql(`
  fragment HandIn on HandIn {
    id
    round
    words
    status
    handedInAt
    reviewersWanted
    reviewersDone
    feedback {
      verdict
      words
      marks {
        criterion
        isMet
        words
      }
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
          prerequisites {
            isMet
            path {
              id
              title
            }
          }
        }
        versions {
          id
          status
          viewerActions
        }
        viewerEnrolment {
          id
          status
          enrolledAt
          completedAt
          viewerActions
          upgrade {
            ...Upgrade
          }
          steps {
            status
            passedAt
            have
            passesAt
            viewerActions
            reflection {
              words
              writtenAt
            }
            handIns {
              ...HandIn
            }
            step {
              ...Step
            }
          }
        }
      }
    }
  `),
  stepFragment,
  upgradeFragment,
  handInFragment,
);

/** A path that the viewer may see. */
export type ShownPath = NonNullable<PathQuery['path']>;

/** The viewer's own progress on a path. */
export type ShownEnrolment = NonNullable<ShownPath['viewerEnrolment']>;

/** One step with how far the viewer is. */
export type ShownStep = ShownEnrolment['steps'][number];

/** What moving to the published version would change. */
export type ShownUpgrade = NonNullable<ShownEnrolment['upgrade']>;

/** Work that the viewer handed in. */
export type ShownHandIn = ShownStep['handIns'][number];
