import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { DataColumn } from '@guildhall/ui';
import {
  DataTable,
  DateTimeText,
  EmptyState,
  partOf,
  QueryView,
  SkeletonList,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { RaisedIssuesQuery } from '../generated/graphql.js';
import { RaisedIssuesDocument } from '../generated/graphql.js';
import { courseName } from './course-name.js';
import { IssueStatusBadge } from './IssueStatusBadge.js';
import type { RaisedPart } from './raised-search.js';

type RaisedRow = NonNullable<RaisedIssuesQuery['raisedIssues']>['edges'][number]['node'];

type RaisedIssueRowsProps = {
  readonly part: RaisedPart;
  readonly after?: string;
  readonly before?: readonly RaisedRow[];
};

const pageSize = 50;

/** A part of the list in the order of the graph, page after page: what was raised first stands first. */
export function RaisedIssueRows({ part, after, before = [] }: RaisedIssueRowsProps): ReactElement {
  const { t } = useTexts();
  const [isMore, setMore] = useState(false);
  const variables = { part: part === 'open' ? 'OPEN' : 'ANSWERED', first: pageSize, after } as const;
  const query = partOf(useGraphQuery(RaisedIssuesDocument, variables), ({ raisedIssues }) => raisedIssues);
  const skeleton = (
    <Stack>
      {before.length > 0 && <RaisedTable part={part} rows={before} />}
      <SkeletonList count={4} height="4rem" />
    </Stack>
  );
  return (
    <QueryView
      query={query}
      skeleton={skeleton}
      isEmpty={({ edges }) => before.length + edges.length === 0}
      empty={
        <EmptyState picture="letter" title={t(`raisedIssues.none.${part}`)}>
          {t(`raisedIssues.noneLead.${part}`)}
        </EmptyState>
      }
    >
      {({ edges, pageInfo: { endCursor, hasNextPage } }) => {
        const rows = [...before, ...edges.map(({ node }) => node)];
        if (!hasNextPage || !endCursor) return <RaisedTable part={part} rows={rows} />;
        if (isMore) return <RaisedIssueRows part={part} after={endCursor} before={rows} />;
        return <RaisedTable part={part} rows={rows} onMore={() => setMore(true)} />;
      }}
    </QueryView>
  );
}

type RaisedTableProps = {
  readonly part: RaisedPart;
  readonly rows: readonly RaisedRow[];
  readonly onMore?: () => void;
};

function RaisedTable({ part, rows, onMore }: RaisedTableProps): ReactElement {
  const { t } = useTexts();
  const columns: readonly DataColumn<RaisedRow>[] = [
    {
      key: 'title',
      heading: t('raisedIssues.issue'),
      cell: ({ id, title, language }) => (
        <Link to="/issues/$issueId" params={{ issueId: id }} lang={language}>
          {title}
        </Link>
      ),
    },
    { key: 'status', heading: t('raisedIssues.status'), cell: ({ status }) => <IssueStatusBadge status={status} /> },
    { key: 'course', heading: t('raisedIssues.course'), cell: ({ constituency }) => courseName(t, constituency) },
    { key: 'supporters', heading: t('raisedIssues.supporters'), cell: ({ supporterCount }) => String(supporterCount) },
    {
      key: 'raised',
      heading: t('raisedIssues.raised'),
      cell: ({ raisedAt }) => <DateTimeText instant={raisedAt} show="day" isRelative={part === 'open'} />,
    },
  ];
  return (
    <DataTable
      caption={t('raisedIssues.caption', { part: t(`raisedIssues.${part}`) })}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      {...(onMore && { onMore })}
    />
  );
}
