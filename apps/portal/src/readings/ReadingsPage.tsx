import type { ReactElement } from 'react';
import {
  Card,
  DataTable,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  SoftText,
  Stack,
  useTexts,
} from '@guildhall/ui';
import { useLedgers, type ShownLedger } from './use-ledgers.js';
import { VerifyCard } from './VerifyCard.js';

export { readingsWords as words } from './readings-words.js';

/** Who read what of the viewer's cases and why, and the check that nothing of it was changed. */
export function ReadingsPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('readings.title')} lead={t('readings.lead')}>
      <SignedIn>
        <Readings />
      </SignedIn>
    </Page>
  );
}

function Readings(): ReactElement {
  const { t } = useTexts();
  const { query, ledgers, isComplete } = useLedgers();
  const links = ledgers.flatMap((ledger) => ledger.links);
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="24rem" />}
      isEmpty={() => isComplete && links.length === 0}
      empty={
        <EmptyState picture="shelf" title={t('readings.none')}>
          {t('readings.noneLead')}
        </EmptyState>
      }
    >
      {() => (
        <Stack>
          {isComplete && <VerifyCard ledgers={ledgers} />}
          {ledgers.map((ledger) => (
            <LedgerCard key={ledger.emergencyAccessId} ledger={ledger} />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}

function LedgerCard({ ledger }: { readonly ledger: ShownLedger }): ReactElement | null {
  const { t } = useTexts();
  const rows = ledger.links.flatMap(({ disclosure }) => (disclosure ? [disclosure] : [])).toReversed();
  const erased = ledger.links.length - rows.length;
  if (ledger.links.length === 0) return null;
  return (
    <Card>
      <h2>{ledger.emergencyAccessId === '' ? t('readings.own') : t('readings.emergency')}</h2>
      {ledger.emergencyAccessId !== '' && <SoftText>{t('readings.emergencyLead')}</SoftText>}
      <DataTable
        caption={t('disclosures.caption')}
        rows={rows}
        keyOf={({ proof }) => proof}
        columns={[
          { key: 'at', heading: t('disclosures.at'), cell: ({ at }) => <DateTimeText instant={at} /> },
          {
            key: 'role',
            heading: t('disclosures.reader'),
            cell: ({ readerRole, reader }) => `${t(`readerRole.${readerRole}`)} (${reader.slice(0, 6)})`,
          },
          {
            key: 'fields',
            heading: t('disclosures.fields'),
            cell: ({ fields }) => fields.map((field) => t(`disclosed.${field}`)).join(', '),
          },
          { key: 'purpose', heading: t('disclosures.purpose'), cell: ({ purpose }) => t(`purpose.${purpose}`) },
        ]}
      />
      {erased > 0 && <SoftText>{t('readings.erased', { count: erased })}</SoftText>}
    </Card>
  );
}
