import type { FoundActivityFragment } from '../generated/graphql.js';
import { activityCardFragment } from '../activities/activity-card-fragment.js';
import { graphql, withFragments } from '../graph/graphql.js';

const foundFragment = withFragments(
  graphql(`
    fragment FoundActivity on Activity {
      id
      ...ActivityCard
      languages
      accessFeatures
      friendsGoing {
        id
        displayName
      }
    }
  `),
  activityCardFragment,
);

/** An activity as it is found. */
export type FoundActivity = FoundActivityFragment;

/** A page of what fits. */
export const findDocument = withFragments(
  graphql(`
    query FindActivities($filter: ActivityFinder, $after: String) {
      foundActivities(first: 12, filter: $filter, after: $after) {
        edges {
          cursor
          node {
            ...FoundActivity
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  foundFragment,
);

/** Where friends go who let their connections know. */
export const friendsDocument = graphql(`
  query ActivitiesWithFriends {
    viewer {
      subject
      activitiesWithFriends {
        id
      }
    }
  }
`);

/** How much is on each day of a month. */
export const monthDocument = graphql(`
  query ActivityMonth($from: Date!, $to: Date!, $filter: ActivityFinder) {
    activityCalendar(from: $from, to: $to, filter: $filter) {
      day
      count
    }
  }
`);

/** What may interest the viewer. */
export const recommendedDocument = withFragments(
  graphql(`
    query RecommendedActivities($languages: [String!]) {
      viewer {
        subject
        recommendedActivities(first: 3, languages: $languages) {
          isOn
          items {
            reasons
            activity {
              ...FoundActivity
            }
          }
        }
      }
    }
  `),
  foundFragment,
);

/** Switches recommendations on or off. */
export const changeRecommendationsDocument = graphql(`
  mutation ChangeRecommendations($input: ChangeRecommendationsInput!) {
    changeRecommendations(input: $input) {
      __typename
    }
  }
`);
