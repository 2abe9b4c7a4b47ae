import { EmptyState, Page, QueryView, SkeletonList, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { RunningElectionDocument } from '../generated/election/graphql.js';
import { ElectionView } from './ElectionView.js';
import { useElectionId } from './use-election-id.js';

export { words } from './words.js';

/** One election as who runs it sees it: where it is, what comes next, what is elected, and how it went. */
export function ElectionPage(): ReactElement {
  const { t } = useTexts();
  const id = useElectionId();
  const query = useGraphQuery(RunningElectionDocument, { id });
  return (
    <Page title={query.data?.election?.title ?? t('elections.one')}>
      <QueryView
        query={query}
        skeleton={<SkeletonList height="16rem" />}
        isEmpty={({ election }) => !election}
        empty={
          <EmptyState picture="door" title={t('elections.missing')}>
            {t('elections.missingLead')}
          </EmptyState>
        }
      >
        {({ election }) => election && <ElectionView election={election} onChange={query.reload} />}
      </QueryView>
    </Page>
  );
}
