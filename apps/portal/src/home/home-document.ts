import type { HomeQuery } from '../generated/graphql.js';
import { activityCardFragment } from '../activities/activity-card-fragment.js';
import { graphql, withFragments } from '../graph/graphql.js';

/** The first screen in one round trip: membership, activities, advice and learning. */
export const homeDocument = withFragments(
  graphql(`
    query Home($from: DateTime!) {
      viewer {
        subject
        electionsToVoteIn {
          id
          title
          schedule {
            votingClosesAt
          }
        }
        member {
          id
          displayName
          registrations(first: 20) {
            edges {
              node {
                id
                status
                waitingPlace
                activity {
                  id
                  title
                  startsAt
                  endsAt
                  status
                  postponedAt
                }
              }
            }
          }
          mandates {
            id
            position {
              id
              title
              kind
              group {
                id
                name
              }
            }
          }
          cases(first: 5) {
            edges {
              node {
                id
                matter
                status
                openedAt
                referrals {
                  id
                  status
                  sentAt
                  viewerActions
                  department {
                    id
                    name
                  }
                  response {
                    respondedAt
                  }
                }
              }
            }
          }
          enrolments(first: 5) {
            edges {
              node {
                id
                status
                path {
                  id
                  title
                }
                steps {
                  status
                  passedAt
                  step {
                    id
                    title
                  }
                }
              }
            }
          }
        }
      }
      activities(first: 6, from: $from, status: PUBLISHED) {
        edges {
          node {
            id
            ...ActivityCard
          }
        }
      }
    }
  `),
  activityCardFragment,
);

/** The activities of the first screen. */
export type HomeActivities = HomeQuery['activities'];

/** The member's part of the first screen. */
export type HomeMember = NonNullable<HomeQuery['viewer']['member']>;

/** The elections that wait for the viewer's ballot. */
export type HomeBallots = NonNullable<HomeQuery['viewer']['electionsToVoteIn']>;
