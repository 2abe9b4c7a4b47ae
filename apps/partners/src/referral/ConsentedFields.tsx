import type { ReactElement } from 'react';
import { Card, ReferralFieldList, SoftText, useTexts } from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';

/** Exactly what the student consented to show, and nothing of the case. */
export function ConsentedFields({ fields }: Pick<ReferralPartsFragment, 'fields'>): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('consented.title')}</h2>
      <SoftText>{t('consented.lead')}</SoftText>
      {fields.length === 0 ? <p>{t('consented.none')}</p> : <ReferralFieldList fields={fields} />}
    </Card>
  );
}
