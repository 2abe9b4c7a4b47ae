import type { ReactElement, ReactNode } from 'react';
import styles from './parts.module.css';

/** What is known of a thing: a name and its value; those without a value are left out. */
export type Fact = { readonly name: string; readonly value: ReactNode };

/** Facts as a list of names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  const known = facts.filter(({ value }) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={styles.facts}>
      {known.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
