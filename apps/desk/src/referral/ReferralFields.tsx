import { DataTable, StatusBadge, useReferralFieldNames, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ReferralFileFragment } from '../generated/referral/graphql.js';

/** The named fields of a referral and which of them the student let the department see. */
export function ReferralFields({ referral }: { readonly referral: ReferralFileFragment }): ReactElement {
  const { t } = useTexts();
  const { wordsOf } = useReferralFieldNames();
  const erased = t('case.erasedWords');
  return (
    <DataTable
      caption={t(referral.sentAt ? 'referral.fieldsSent' : 'referral.fields')}
      rows={referral.fields}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', heading: t('referral.fieldName'), cell: ({ name }) => wordsOf(name) ?? erased },
        { key: 'value', heading: t('referral.fieldValue'), cell: ({ value }) => value ?? erased },
        {
          key: 'consented',
          heading: t('referral.consent'),
          cell: ({ consented }) => (
            <StatusBadge tone={consented ? 'good' : 'neutral'}>
              {t(consented ? 'referral.consented' : 'referral.notConsented')}
            </StatusBadge>
          ),
        },
      ]}
    />
  );
}
