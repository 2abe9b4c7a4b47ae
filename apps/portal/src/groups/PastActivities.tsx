import type { ReactElement } from 'react';
import { CardGrid, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { ActivityCard } from '../activities/ActivityCard.js';
import { activityCardFragment } from '../activities/activity-card-fragment.js';
import { graphql, withFragments } from '../graph/graphql.js';
import { thisHour } from '../parts/this-hour.js';

const windowMs = 60 * 86_400_000;

const document = withFragments(
  graphql(`
    query PastActivities($groupId: ID!, $from: DateTime!, $to: DateTime!) {
      activities(first: 24, groupId: $groupId, from: $from, to: $to) {
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

/** What the group did in the last sixty days, the latest first: where officers close attendance, correct it and report. */
export function PastActivities({ groupId }: { readonly groupId: string }): ReactElement | null {
  const { t } = useTexts();
  const hour = thisHour(new Date());
  const from = new Date(Date.parse(hour) - windowMs).toISOString();
  const { data } = useGraphQuery(document, { groupId, from, to: hour });
  const past = (data?.activities?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ status, phase }) => phase === 'ENDED' || status === 'COMPLETED' || status === 'REPORTED')
    .toReversed();
  if (past.length === 0) return null;
  return (
    <section>
      <Stack>
        <h2>{t('group.past')}</h2>
        <CardGrid>
          {past.map((activity) => (
            <ActivityCard key={activity.id} activity={activity} />
          ))}
        </CardGrid>
      </Stack>
    </section>
  );
}
