import type { ReactElement, ReactNode } from 'react';
import styles from './parts.module.css';

/** A plain list of rows with a line between them. */
export function Rows({ children }: { readonly children: ReactNode }): ReactElement {
  return <ul className={styles.plain}>{children}</ul>;
}

/** One row: what it is at the start, what can be done at the end. */
export function Row({ children }: { readonly children: ReactNode }): ReactElement {
  return <li className={styles.row}>{children}</li>;
}

/** Words somebody wrote, with their own line breaks. */
export function Prose({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className={styles.prose}>{children}</p>;
}

/** How many of all are done, as a bar that says so to everybody. */
export function ProgressBar({
  label,
  value,
  max,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}): ReactElement {
  return <progress className={styles.progress} aria-label={label} value={value} max={Math.max(max, 1)} />;
}
