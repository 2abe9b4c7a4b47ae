import type { ReactElement } from 'react';
import {
  CardGrid,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  SkeletonList,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql, withFragments } from '../graph/graphql.js';
import { activityCardFragment } from './activity-card-fragment.js';
import { ActivityCard } from './ActivityCard.js';

export { words } from '../venues/words.js';

const document = withFragments(
  graphql(`
    query Approvals {
      activities(first: 50, status: SUBMITTED) {
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

/** The plans that wait for a union officer. */
export function ApprovalsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')}>
      <SignedIn>
        <Submitted />
      </SignedIn>
    </Page>
  );
}

function Submitted(): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(document, {}), ({ activities }) => activities);
  const empty = <EmptyState title={t('approvals.none')}>{t('approvals.noneLead')}</EmptyState>;
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="10rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={empty}
    >
      {({ edges }) => (
        <CardGrid>
          {edges.map(({ node }) => (
            <ActivityCard key={node.id} activity={node} heading="h2" />
          ))}
        </CardGrid>
      )}
    </QueryView>
  );
}
