import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { DataColumn } from '@guildhall/ui';
import { Cluster, DataTable, DateTimeText, StatusBadge, useTexts } from '@guildhall/ui';
import { referenceOf } from '../referral/reference.js';
import { ReferralStatusBadge } from '../referral/ReferralStatusBadge.js';
import { isLate, isOwed } from './is-late.js';
import type { QueuedReferral } from './QueueRows.js';

/** Rows in the order of the queue, and how to get more while there are more. */
export type QueueTableProps = {
  readonly rows: readonly QueuedReferral[];
  readonly caption: string;
  readonly onMore?: (() => void) | undefined;
};

/** Referrals by due date; whose answer is overdue is marked with a word. */
export function QueueTable({ rows, caption, onMore }: QueueTableProps): ReactElement {
  const { t } = useTexts();
  const columns: readonly DataColumn<QueuedReferral>[] = [
    {
      key: 'reference',
      heading: t('queue.reference'),
      cell: ({ id }) => (
        <Link to="/referrals/$referralId" params={{ referralId: id }}>
          {t('referral.title', { reference: referenceOf(id) })}
        </Link>
      ),
    },
    {
      key: 'status',
      heading: t('queue.status'),
      cell: (row) => (
        <Cluster>
          <ReferralStatusBadge status={row.status} />
          {isLate(row, Date.now()) && <StatusBadge tone="danger">{t('queue.late')}</StatusBadge>}
        </Cluster>
      ),
    },
    {
      key: 'due',
      heading: t('queue.due'),
      cell: ({ status, dueAt }) => <DateTimeText instant={dueAt} show="day" isRelative={isOwed({ status })} />,
    },
    { key: 'handler', heading: t('queue.handler'), cell: ({ handler }) => handler?.name ?? handler?.subject ?? '–' },
    { key: 'sent', heading: t('queue.sent'), cell: ({ sentAt }) => <DateTimeText instant={sentAt} show="day" /> },
  ];
  return (
    <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} {...(onMore && { onMore })} />
  );
}
