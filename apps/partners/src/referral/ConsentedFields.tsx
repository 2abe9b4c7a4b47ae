import type { ReactElement } from 'react';
import { Card, SoftText, useTexts } from '@guildhall/ui';
import type { ReferralPartsFragment } from '../generated/graphql.js';
import styles from './referral.module.css';

/** Exactly what the student consented to show, and nothing of the case. */
export function ConsentedFields({ fields }: Pick<ReferralPartsFragment, 'fields'>): ReactElement {
  const { t } = useTexts();
  // Case workers may name an item in their own words; only names that the app knows have words in both languages.
  const nameOf = (name: string): string => (/^[a-zA-Z]+$/.test(name) ? t([`fieldNames.${name}`, name]) : name);
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
              <dt>{name ? nameOf(name) : t('consented.erased')}</dt>
              <dd>{value ?? t('consented.erased')}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
