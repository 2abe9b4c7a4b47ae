import type { ReactElement } from 'react';
import { DataTable, NextPage, QueryView, SkeletonList, StatusBadge, useGraphQuery, useTexts } from '@guildhall/ui';
import { entriesDocument, type ShownEntry } from './entries-document.js';

type ListProps = {
  readonly activityId: string;
  readonly ownId: string | undefined;
  readonly after?: string;
};

/** What was drawn, first drawn first, without names; the viewer's own entry is marked. */
export function EntryList({ activityId, ownId, after }: ListProps): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(entriesDocument, { id: activityId, first: 25, after: after ?? null });
  return (
    <QueryView query={query} skeleton={<SkeletonList />}>
      {({ activity }) =>
        activity?.fairStart && (
          <>
            <DataTable<ShownEntry>
              caption={t('fairStart.listCaption')}
              rows={activity.fairStart.entries.edges.map(({ node }) => node)}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'rank',
                  heading: t('fairStart.rank'),
                  cell: ({ rank, id }) => (id === ownId ? t('fairStart.yours', { rank }) : rank),
                },
                { key: 'size', heading: t('fairStart.size'), cell: ({ size }) => size, align: 'end' },
                { key: 'tickets', heading: t('fairStart.tickets'), cell: ({ tickets }) => tickets, align: 'end' },
                {
                  key: 'number',
                  heading: t('fairStart.number'),
                  cell: ({ number }) => <code>{number.slice(0, 10)}…</code>,
                },
                {
                  key: 'result',
                  heading: t('fairStart.result'),
                  cell: ({ isPlaced }) => (
                    <StatusBadge tone={isPlaced ? 'good' : 'warn'}>
                      {t(isPlaced ? 'fairStart.hasPlace' : 'fairStart.isWaiting')}
                    </StatusBadge>
                  ),
                },
              ]}
            />
            <NextPage pageInfo={activity.fairStart.entries.pageInfo}>
              {(next) => <EntryList {...{ activityId, ownId }} after={next} />}
            </NextPage>
          </>
        )
      }
    </QueryView>
  );
}
