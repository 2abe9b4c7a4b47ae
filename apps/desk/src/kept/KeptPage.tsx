import {
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  Stack,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { KeptCasesDocument } from '../generated/kept/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { KeptCard } from './KeptCard.js';

export { words } from '../course/words.js';

/** Cases that are over: how long they are kept, what holds them, and wishes to take one up again. No word of any of them. */
export function KeptPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('kept.pageTitle')} lead={t('kept.pageLead')}>
      <ForRoles roles={pageRoles.manage}>{() => <KeptCases />}</ForRoles>
    </Page>
  );
}

function KeptCases({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(KeptCasesDocument, { after });
  return (
    <QueryView
      query={partOf(query, ({ caseQueue }) => caseQueue)}
      skeleton={<SkeletonList height="12rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={
        <EmptyState picture="letter" title={t('kept.noneTitle')}>
          {t('kept.noneLead')}
        </EmptyState>
      }
    >
      {({ edges, pageInfo }) => (
        <Stack>
          {edges.map(({ node }) => (
            <KeptCard key={node.id} entry={node} onDone={query.reload} />
          ))}
          <NextPage pageInfo={pageInfo}>{(after) => <KeptCases after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
