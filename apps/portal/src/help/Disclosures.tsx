import type { ReactElement } from 'react';
import { Card, DataTable, DateTimeText, Notice, SoftText, useTexts } from '@guildhall/ui';
import type { ShownCase } from './case-document.js';

/** Who read what of the case and when, for its student alone. */
export function Disclosures({ item }: { readonly item: ShownCase }): ReactElement | null {
  const { t } = useTexts();
  if (!item.disclosures) return null;
  const rows = item.disclosures.edges.map(({ node }) => node).toReversed();
  return (
    <Card>
      <h2>{t('disclosures.title')}</h2>
      <SoftText>{t('disclosures.lead')}</SoftText>
      {item.ledgerIsIntact === false && <Notice tone="danger">{t('disclosures.broken')}</Notice>}
      {rows.length === 0 ? (
        <SoftText>{t('disclosures.none')}</SoftText>
      ) : (
        <DataTable
          caption={t('disclosures.caption')}
          rows={rows}
          keyOf={({ proof }) => proof}
          columns={[
            { key: 'at', heading: t('disclosures.at'), cell: ({ at }) => <DateTimeText instant={at} /> },
            { key: 'role', heading: t('disclosures.reader'), cell: ({ readerRole }) => t(`readerRole.${readerRole}`) },
            {
              key: 'fields',
              heading: t('disclosures.fields'),
              cell: ({ fields }) => fields.map((field) => t(`disclosed.${field}`)).join(', '),
            },
            { key: 'purpose', heading: t('disclosures.purpose'), cell: ({ purpose }) => t(`purpose.${purpose}`) },
          ]}
        />
      )}
    </Card>
  );
}
