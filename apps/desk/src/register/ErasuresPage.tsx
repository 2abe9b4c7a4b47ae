import {
  Card,
  DataTable,
  DateTimeText,
  EmptyState,
  NextPage,
  Page,
  partOf,
  QueryView,
  SkeletonList,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { ErasureReceiptsDocument } from '../generated/erasures/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { LifeLinks } from './LifeLinks.js';

export { words } from './words.js';

/** Receipts of erasures: that every service did its part, and nothing about whom. */
export function ErasuresPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('register.erasuresTitle')} lead={t('register.erasuresLead')}>
      <ForRoles roles={pageRoles.register}>
        {() => (
          <Stack>
            <LifeLinks chosen="erasures" />
            <Receipts />
          </Stack>
        )}
      </ForRoles>
    </Page>
  );
}

function Receipts({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(ErasureReceiptsDocument, { after }), ({ erasureReceipts }) => erasureReceipts);
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="12rem" />}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<EmptyState title={t('register.noErasureTitle')}>{t('register.noErasureLead')}</EmptyState>}
    >
      {({ edges, pageInfo }) => (
        <Stack>
          <Card>
            <DataTable
              caption={t('register.erasuresTitle')}
              rows={edges.map(({ node }) => node)}
              keyOf={({ id }) => id}
              columns={[
                { key: 'at', heading: t('register.erasedAt'), cell: (row) => <DateTimeText instant={row.erasedAt} /> },
                {
                  key: 'services',
                  heading: t('register.confirmedBy'),
                  cell: (row) => row.confirmations.map(({ service }) => t(`register.service.${service}`)).join(', '),
                },
                {
                  key: 'state',
                  heading: t('register.erasureState'),
                  cell: (row) => (
                    <StatusBadge tone={row.isComplete ? 'good' : 'warn'}>
                      {t(row.isComplete ? 'register.complete' : 'register.waiting')}
                    </StatusBadge>
                  ),
                },
              ]}
            />
          </Card>
          <NextPage pageInfo={pageInfo}>{(after) => <Receipts after={after} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}
