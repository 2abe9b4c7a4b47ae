import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import styles from './filters.module.css';

/** One choice: what stands in the address for it, and its word. */
export type Choice = { readonly value: string; readonly label: string };

/** A filter of what is shown. */
export type Filter = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
};

/** The filters of a page. What they choose stands in the address, so that a link shows the same figures. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }): ReactElement {
  const { t } = useTexts();
  return (
    <search className={styles.filters} aria-label={t('filters.name')}>
      {filters.map(({ key, label, value, choices, onChoose }) => (
        <label key={key} className={styles.filter}>
          {label}
          <select name={key} className={styles.select} value={value} onChange={({ target }) => onChoose(target.value)}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </search>
  );
}
