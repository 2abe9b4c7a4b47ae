import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, DateTimeText, StatusBadge, useTexts, type Tone } from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import type { ShownConsent } from './consents-document.js';

const withdrawDocument = graphql(`
  mutation WithdrawConsent($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) {
      __typename
    }
  }
`);

const tones: Readonly<Record<ShownConsent['status'], Tone>> = {
  LIVE: 'good',
  EXPIRED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** One consent: who may read what and how long, and the button that ends it. */
export function ConsentCard({
  consent,
  onDone,
}: {
  readonly consent: ShownConsent;
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawConsent);
  const { purpose, fields, group, givenAt, until, withdrawnAt, status, viewerActions } = consent;
  return (
    <Card as="article">
      <Cluster>
        <StatusBadge tone={tones[status]}>{t(`consents.status.${status}`)}</StatusBadge>
      </Cluster>
      <h2>{group?.name ?? t(`consents.purpose.${purpose}`)}</h2>
      <p>{t(`consents.purposeLead.${purpose}`)}</p>
      <Facts
        facts={[
          {
            name: t('consents.fields'),
            value: fields.map((field) => t(`needs.field.${field}`)).join(' · '),
          },
          { name: t('consents.givenAt'), value: <DateTimeText instant={givenAt} show="day" /> },
          { name: t('consents.until'), value: <DateTimeText instant={until} show="day" /> },
          {
            name: t('consents.withdrawnAt'),
            value: withdrawnAt && <DateTimeText instant={withdrawnAt} show="day" />,
          },
        ]}
      />
      <ActionButton
        viewerActions={viewerActions}
        action="WITHDRAW"
        label={t('consents.withdraw')}
        look="danger"
        confirm={{ title: t('consents.withdraw'), body: t('consents.withdrawBody'), label: t('consents.withdraw') }}
        onRun={() => withdraw({ input: { consentId: consent.id } })}
        onDone={onDone}
      />
    </Card>
  );
}
