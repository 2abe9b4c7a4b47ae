import { EmptyState, NextPage, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { HelpDisputesDocument } from '../generated/help-disputes/graphql.js';
import { HelpDisputeCard } from './HelpDisputeCard.js';

export { words } from './words.js';

/** Disputes about help among members that wait for an officer who took no part, longest waiting first. */
export function HelpDisputesPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('helpDisputes.title')} lead={t('helpDisputes.lead')}>
      <Disputes />
    </Page>
  );
}

function Disputes({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(HelpDisputesDocument, { after });
  const isOfficer = query.data?.viewer.overseesGroups !== false;
  const words = isOfficer ? 'none' : 'notYours';
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="12rem" />}
      isEmpty={({ helpDisputes }) => (helpDisputes?.edges ?? []).length === 0}
      empty={
        <EmptyState picture={isOfficer ? 'letter' : 'door'} title={t(`helpDisputes.${words}`)}>
          {t(`helpDisputes.${words}Lead`)}
        </EmptyState>
      }
    >
      {({ helpDisputes: page }) => (
        <Stack>
          {page?.edges.map(({ node }) => (
            <HelpDisputeCard key={node.id} dispute={node} onDone={query.reload} />
          ))}
          {page && <NextPage pageInfo={page.pageInfo}>{(after) => <Disputes after={after} />}</NextPage>}
        </Stack>
      )}
    </QueryView>
  );
}
