import type { ReactElement } from 'react';
import { useState } from 'react';
import { EmptyState, QueryView, SkeletonList, Stack, partOf, useGraphQuery, useTexts } from '@guildhall/ui';
import type { ReferralHandling, ReferralPart, SentReferralsQuery } from '../generated/graphql.js';
import { SentReferralsDocument } from '../generated/graphql.js';
import type { QueueFilter, QueuePart } from './queue-search.js';
import { QueueTable } from './QueueTable.js';

/** One referral of the queue. */
export type QueuedReferral = NonNullable<SentReferralsQuery['referrals']>['edges'][number]['node'];

/** Which part is shown and whose it is; what was shown before, and after which cursor to go on. */
export type QueueRowsProps = {
  readonly part: QueuePart;
  readonly only: QueueFilter;
  readonly department: string;
  readonly after?: string;
  readonly before?: readonly QueuedReferral[];
};

const partOfGraph: Readonly<Record<QueuePart, ReferralPart>> = { open: 'OPEN', answered: 'ANSWERED', over: 'OVER' };
const filterOfGraph: Readonly<Record<QueueFilter, { handledBy?: ReferralHandling; isLate?: boolean }>> = {
  all: {},
  mine: { handledBy: 'ME' },
  nobody: { handledBy: 'NOBODY' },
  late: { isLate: true },
};
const pageSize = 50;

/** A part of the queue in the order of the graph, page after page: what is due first stands first. */
export function QueueRows({ part, only, department, after, before = [] }: QueueRowsProps): ReactElement {
  const { t } = useTexts();
  const [isMore, setMore] = useState(false);
  const variables = { part: partOfGraph[part], ...filterOfGraph[only], first: pageSize, after };
  const query = partOf(useGraphQuery(SentReferralsDocument, variables), ({ referrals }) => referrals);
  const table = (rows: readonly QueuedReferral[], onMore?: () => void): ReactElement => (
    <QueueTable rows={rows} caption={t('queue.caption', { department, part: t(`queue.${part}`) })} onMore={onMore} />
  );
  const skeleton = (
    <Stack>
      {before.length > 0 && table(before)}
      <SkeletonList count={4} height="4rem" />
    </Stack>
  );
  const empty = (
    <EmptyState picture="letter" title={t(only === 'all' ? `queue.none.${part}` : 'queue.noneSuch')}>
      {t(only === 'all' ? `queue.noneLead.${part}` : 'queue.noneSuchLead')}
    </EmptyState>
  );
  return (
    <QueryView
      query={query}
      skeleton={skeleton}
      isEmpty={({ edges }) => before.length + edges.length === 0}
      empty={empty}
    >
      {({ edges, pageInfo }) => {
        const rows = [...before, ...edges.map(({ node }) => node)];
        const { endCursor, hasNextPage } = pageInfo;
        if (!hasNextPage || !endCursor) return table(rows);
        if (isMore) return <QueueRows {...{ part, only, department }} after={endCursor} before={rows} />;
        return table(rows, () => setMore(true));
      }}
    </QueryView>
  );
}
