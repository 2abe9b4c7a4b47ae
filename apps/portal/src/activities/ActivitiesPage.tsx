import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Button,
  CardGrid,
  Cluster,
  EmptyState,
  Page,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { FilterBar, type Filters } from '../parts/FilterBar.js';
import { thisHour } from '../parts/this-hour.js';
import { ActivityCard } from './ActivityCard.js';
import { activityKinds, asActivityKind } from './kinds.js';
import { useFilters } from '../parts/use-place.js';

const document = graphql(`
  query Activities($from: DateTime!, $search: String, $kind: ActivityKind, $after: String) {
    activities(first: 12, from: $from, search: $search, kind: $kind, after: $after, status: PUBLISHED) {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What is on from now on, narrowed by words and kind. */
export function ActivitiesPage(): ReactElement {
  const { t } = useTexts();
  const filters = useFilters(activityKinds);
  const navigate = useNavigate();
  return (
    <Page title={t('activities.title')} lead={t('activities.lead')}>
      <Stack>
        <FilterBar
          filters={filters}
          kinds={activityKinds.map((kind) => ({ value: kind, label: t(`activityKind.${kind}`) }))}
          onChange={(next) => void navigate({ to: '/activities', search: next, replace: true })}
        />
        <ActivityResults key={JSON.stringify(filters)} filters={filters} />
      </Stack>
    </Page>
  );
}

type ResultsProps = { readonly filters: Filters; readonly after?: string };

function ActivityResults({ filters, after }: ResultsProps): ReactElement {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const query = useGraphQuery(document, {
    from: thisHour(new Date()),
    search: filters.search,
    kind: asActivityKind(filters.kind),
    after,
  });
  const empty = <EmptyState title={t('activities.none')}>{t('activities.noneLead')}</EmptyState>;
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={4} height="11rem" />}
      isEmpty={({ activities }) => activities.edges.length === 0}
      empty={empty}
    >
      {({ activities: { edges, pageInfo } }) => (
        <Stack>
          <CardGrid>
            {edges.map(({ node }) => (
              <ActivityCard key={node.id} activity={node} heading="h2" />
            ))}
          </CardGrid>
          {pageInfo.hasNextPage && !isOpen && (
            <Cluster>
              <Button onPress={() => setOpen(true)}>{t('table.loadMore')}</Button>
            </Cluster>
          )}
          {isOpen && <ActivityResults filters={filters} after={pageInfo.endCursor ?? undefined} />}
        </Stack>
      )}
    </QueryView>
  );
}
