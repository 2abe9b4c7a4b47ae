import { useId, type ReactElement } from 'react';
import type { Option } from '@guildhall/ui';
import styles from './parts.module.css';

/** One thing a list is narrowed by, and the word for not being narrowed by it. */
export type FilterChoiceProps = {
  readonly label: string;
  readonly every: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
};

/** Narrows a list by one of a few values, or by none; it acts at once. */
export function FilterChoice({ label, every, value, options, onChange }: FilterChoiceProps): ReactElement {
  const id = useId();
  return (
    <label className={styles.filter} htmlFor={id}>
      <span>{label}</span>
      <select id={id} value={value ?? ''} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">{every}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
