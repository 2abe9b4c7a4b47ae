import { EmptyState, NextPage, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ApprovalQueueDocument } from '../generated/approvals/graphql.js';
import { WaitingCard } from './WaitingCard.js';

export { words } from './words.js';

/** The activities that wait for an elected officer, soonest first. */
export function ApprovalsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')}>
      <Waiting />
    </Page>
  );
}

function Waiting({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ApprovalQueueDocument, { after });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="12rem" />}
      isEmpty={({ activities, viewer }) => viewer.managesVenues !== true || (activities?.edges ?? []).length === 0}
      empty={
        query.data?.viewer.managesVenues === false ? (
          <EmptyState picture="door" title={t('approvals.notYours')}>
            {t('approvals.notYoursLead')}
          </EmptyState>
        ) : (
          <EmptyState title={t('approvals.none')}>{t('approvals.noneLead')}</EmptyState>
        )
      }
    >
      {({ activities }) =>
        activities && (
          <Stack>
            {activities.edges.map(({ node }) => (
              <WaitingCard key={node.id} activity={node} onDone={query.reload} />
            ))}
            <NextPage pageInfo={activities.pageInfo}>{(next) => <Waiting after={next} />}</NextPage>
          </Stack>
        )
      }
    </QueryView>
  );
}
