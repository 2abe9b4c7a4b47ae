import type { ReactElement, ReactNode } from 'react';
import { DataTable, DateTimeText, useTexts, type DataColumn } from '@guildhall/ui';
import type { ShownOrganising } from './organise-document.js';

type ShownItem = ShownOrganising['runSheet'][number];

/** The run sheet as a table; what is extra stands at the end of each line. */
export function RunSheetTable({
  items,
  extra,
}: {
  readonly items: readonly ShownItem[];
  readonly extra?: (item: ShownItem) => ReactNode;
}): ReactElement {
  const { t } = useTexts();
  const columns: readonly DataColumn<ShownItem>[] = [
    { key: 'title', heading: t('organise.run'), cell: ({ title }) => title },
    { key: 'time', heading: t('organise.time'), cell: ({ startsAt }) => <DateTimeText instant={startsAt} /> },
    { key: 'minutes', heading: t('organise.minutes'), cell: ({ minutes }) => minutes, align: 'end' },
    { key: 'place', heading: t('organise.place'), cell: ({ place }) => place },
    { key: 'who', heading: t('organise.who'), cell: ({ member }) => member?.displayName ?? t('organise.nobody') },
    { key: 'notes', heading: t('organise.notes'), cell: (item) => extra?.(item) ?? item.notes },
  ];
  return <DataTable caption={t('organise.runSheet')} columns={columns} rows={items} keyOf={({ id }) => id} />;
}
