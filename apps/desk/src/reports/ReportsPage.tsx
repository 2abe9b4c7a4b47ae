import {
  Button,
  Cluster,
  EmptyState,
  NextPage,
  Page,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useState, type ReactElement } from 'react';
import { ReportedItemsDocument } from '../generated/reports/graphql.js';
import { ReportedItemCard } from './ReportedItemCard.js';

export { words } from './words.js';

/** What members reported in groups, on campus and elsewhere, with what was decided about it before. */
export function ReportsPage(): ReactElement {
  const { t } = useTexts();
  const [isDecided, setDecided] = useState(false);
  return (
    <Page title={t('reports.title')} lead={t('reports.lead')}>
      <Stack>
        <Cluster>
          {[false, true].map((decided) => (
            <Button
              key={String(decided)}
              look={decided === isDecided ? 'plain' : 'quiet'}
              isPressed={decided === isDecided}
              onPress={() => setDecided(decided)}
            >
              {t(decided ? 'reports.decided' : 'reports.waiting')}
            </Button>
          ))}
        </Cluster>
        <Items key={String(isDecided)} isDecided={isDecided} />
      </Stack>
    </Page>
  );
}

function Items({ isDecided, after }: { readonly isDecided: boolean; readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(ReportedItemsDocument, { after, decided: isDecided });
  const isModerator = query.data?.viewer.moderatesReports !== false;
  const words = isModerator ? 'none' : 'notYours';
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="12rem" />}
      isEmpty={({ reportedItems }) => (reportedItems?.edges ?? []).length === 0}
      empty={
        <EmptyState picture={isModerator ? 'letter' : 'door'} title={t(`reports.${words}`)}>
          {t(`reports.${words}Lead`)}
        </EmptyState>
      }
    >
      {({ reportedItems: page }) => (
        <Stack>
          {page?.edges.map(({ node }) => (
            <ReportedItemCard key={node.id} item={node} onDone={query.reload} />
          ))}
          {page && (
            <NextPage pageInfo={page.pageInfo}>{(after) => <Items isDecided={isDecided} after={after} />}</NextPage>
          )}
        </Stack>
      )}
    </QueryView>
  );
}
