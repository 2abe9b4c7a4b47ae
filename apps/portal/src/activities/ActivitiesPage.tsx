import type { ReactElement } from 'react';
import { graphql, withFragments } from '../graph/graphql.js';
import { ListPage } from '../parts/ListPage.js';
import { thisHour } from '../parts/this-hour.js';
import { ActivityCard } from './ActivityCard.js';
import { activityCardFragment } from './activity-card-fragment.js';
import { activityKinds, asActivityKind } from './kinds.js';

export { words } from './words.js';

const document = withFragments(
  graphql(`
    query Activities($from: DateTime!, $search: String, $kind: ActivityKind, $after: String) {
      activities(first: 12, from: $from, search: $search, kind: $kind, after: $after, status: PUBLISHED) {
        edges {
          node {
            id
            ...ActivityCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
  activityCardFragment,
);

/** What is on from now on, narrowed by words and kind. */
export function ActivitiesPage(): ReactElement {
  return (
    <ListPage
      words="activities"
      to="/activities"
      kinds={activityKinds}
      kindWords="activityKind"
      document={document}
      variablesFor={({ search, kind }, after) => ({
        from: thisHour(new Date()),
        search,
        kind: asActivityKind(kind),
        after,
      })}
      pick={({ activities }) => activities}
      keyOf={({ node }) => node.id}
    >
      {({ node }) => <ActivityCard activity={node} heading="h2" />}
    </ListPage>
  );
}
