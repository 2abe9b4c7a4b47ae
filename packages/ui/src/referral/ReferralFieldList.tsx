import type { ReactElement } from 'react';
import { useTexts } from '../texts/texts.js';
import styles from './referral-field-list.module.css';
import { useReferralFieldNames } from './referral-field-names.js';

/** One item of a referral, as whoever may read it reads it; null once it was erased. */
export type ShownReferralField = {
  readonly id: string;
  readonly name?: string | null;
  readonly value?: string | null;
};

/**
 * The items of a referral. Departments and the preview that students consent to show this very list, so that both see the
 * same words in the same order.
 */
export function ReferralFieldList({ fields }: { readonly fields: readonly ShownReferralField[] }): ReactElement {
  const { t } = useTexts();
  const { wordsOf } = useReferralFieldNames();
  return (
    <dl className={styles.fields}>
      {fields.map(({ id, name, value }) => (
        <div key={id}>
          <dt>{wordsOf(name) ?? t('referralField.erased')}</dt>
          <dd>{value ?? t('referralField.erased')}</dd>
        </div>
      ))}
    </dl>
  );
}
