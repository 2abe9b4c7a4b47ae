import { Cluster, DateTimeText, StatusBadge, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { DeadlineDatesFragment } from '../generated/case/graphql.js';

/** What is owed by when or was met when, and whether it was or is late. */
export function DeadlineLine({
  deadline: { kind, dueAt, metAt, isLate },
}: {
  readonly deadline: DeadlineDatesFragment;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      {isLate && <StatusBadge tone="danger">{t('deadline.late')}</StatusBadge>}
      <span>
        {t(metAt ? 'deadline.met' : 'deadline.due', { name: t(`deadline.${kind}`) })}{' '}
        <DateTimeText instant={metAt ?? dueAt} isRelative={!metAt} />
      </span>
    </Cluster>
  );
}
