import {
  Button,
  CardGrid,
  Cluster,
  EmptyState,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { CaseQueueDocument } from '../generated/queue/graphql.js';
import type { DeskViewer } from '../roles/ForRoles.js';
import { byDeadline } from './next-deadline.js';
import { QueueCard } from './QueueCard.js';

/** Whose queue, and after which cursor this part of it begins. */
export type QueueSectionProps = { readonly viewer: DeskViewer; readonly after?: string };

/** Up to a hundred cases by deadline, and the rest behind a button. The graph gives them by age, so each hundred is sorted on its own. */
export function QueueSection({ viewer, after }: QueueSectionProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(CaseQueueDocument, { after });
  const [isMore, setMore] = useState(false);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="13rem" />}
      isEmpty={({ caseQueue }) => caseQueue.edges.length === 0}
      empty={<EmptyState title={t('queue.emptyTitle')}>{t('queue.emptyLead')}</EmptyState>}
    >
      {({ caseQueue: { edges, pageInfo } }) => {
        const entries = edges.map(({ node }) => node).toSorted(byDeadline);
        const workers = [...new Set(entries.flatMap(({ assignee }) => assignee ?? []))].toSorted();
        return (
          <Stack gap="large">
            <CardGrid>
              {entries.map((entry) => (
                <QueueCard key={entry.id} {...{ entry, viewer, workers }} onDone={query.reload} />
              ))}
            </CardGrid>
            {pageInfo.hasNextPage && !isMore && (
              <Cluster>
                <Button onPress={() => setMore(true)}>{t('table.loadMore')}</Button>
              </Cluster>
            )}
            {isMore && <QueueSection viewer={viewer} after={pageInfo.endCursor ?? undefined} />}
          </Stack>
        );
      }}
    </QueryView>
  );
}
