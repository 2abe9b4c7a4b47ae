import type { ReactElement } from 'react';
import { Card, SoftText, useReferralFieldNames, useTexts } from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import styles from './referral.module.css';

/** Exactly what the student consented to show, and nothing of the case. */
export function ConsentedFields({ fields }: Pick<ReferralPartsFragment, 'fields'>): ReactElement {
  const { t } = useTexts();
  const { wordsOf } = useReferralFieldNames();
  return (
    <Card>
      <h2>{t('consented.title')}</h2>
      <SoftText>{t('consented.lead')}</SoftText>
      {fields.length === 0 ? (
        <p>{t('consented.none')}</p>
      ) : (
        <dl className={styles.facts}>
          {fields.map(({ id, name, value }) => (
            <div key={id}>
              <dt>{wordsOf(name) ?? t('consented.erased')}</dt>
              <dd>{value ?? t('consented.erased')}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
