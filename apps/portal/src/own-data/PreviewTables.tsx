import type { ReactElement } from 'react';
import { Card, DataTable, Stack, useTexts } from '@guildhall/ui';
import { previewingServices, type ShownPreview } from './erasure-documents.js';

/** What each service keeps of the person and what becomes of it, and by name what it keeps nothing of; a service that does not answer is left out. */
export function PreviewTables({ preview }: { readonly preview: ShownPreview }): ReactElement {
  const { t } = useTexts();
  return (
    <Stack>
      {previewingServices.map((service) => {
        const items = preview[service] ?? [];
        const absent = items.filter(({ count }) => count === 0);
        return (
          items.length > 0 && (
            <Card key={service}>
              <DataTable
                caption={t(`ownData.erasure.service.${service}`)}
                rows={items.filter((item) => !absent.includes(item))}
                keyOf={({ name }) => name}
                columns={[
                  { key: 'what', heading: t('ownData.erasure.what'), cell: ({ title }) => title },
                  {
                    key: 'count',
                    heading: t('ownData.erasure.count'),
                    cell: ({ count }) => count ?? t('ownData.erasure.uncounted'),
                  },
                  {
                    key: 'fate',
                    heading: t('ownData.erasure.fate'),
                    cell: ({ fate }) => t(`ownData.erasure.fates.${fate}`),
                  },
                  {
                    key: 'kept',
                    heading: t('ownData.erasure.kept'),
                    cell: ({ kept }) => kept ?? t('ownData.erasure.nothing'),
                  },
                ]}
              />
              {absent.length > 0 && (
                <details>
                  <summary>{t('ownData.erasure.absent', { count: absent.length })}</summary>
                  <ul>
                    {absent.map(({ name, title }) => (
                      <li key={name}>{title}</li>
                    ))}
                  </ul>
                </details>
              )}
            </Card>
          )
        );
      })}
    </Stack>
  );
}
