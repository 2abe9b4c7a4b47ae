import type { ReactElement, ReactNode } from 'react';
import styles from './blocks.module.css';

/** The picture of an empty place. */
export type EmptyPicture = 'shelf' | 'door' | 'letter' | 'cloud';

const drawings: Readonly<Record<EmptyPicture, ReactElement>> = {
  shelf: (
    <>
      <path d="M22 84h116" stroke="var(--clay)" />
      <path
        d="M38 84V50h14v34M54 84V42h11v42M82 84l11-37 12 4-10 33"
        stroke="var(--accent)"
        fill="var(--accent-wash)"
      />
      <path d="M42 58h6M58 52h3" stroke="var(--accent)" />
      <path d="M120 84V70c0-4 8-4 8 0v14" stroke="var(--clay)" />
      <path
        d="M124 67c-6-4-6-11-1-15 2 6 4 9 1 15Zm0 0c5-2 9-6 8-12-5 1-8 5-8 12Z"
        stroke="var(--accent)"
        fill="var(--accent-wash)"
      />
    </>
  ),
  door: (
    <>
      <path d="M24 90h112" stroke="var(--clay)" />
      <path d="M56 90V46c0-14 10-22 24-22s24 8 24 22v44Z" stroke="var(--accent)" fill="var(--accent-wash)" />
      <path d="M80 24v66M56 52h48" stroke="var(--accent)" />
      <path d="M73 66v5M87 66v5" stroke="var(--clay)" />
      <path
        d="M36 90V64M30 70c0-8 12-8 12 0 0 7-12 7-12 0ZM124 90V64M118 70c0-8 12-8 12 0 0 7-12 7-12 0Z"
        stroke="var(--accent)"
      />
    </>
  ),
  letter: (
    <>
      <path d="M38 44h84v46H38Z" stroke="var(--accent)" fill="var(--accent-wash)" />
      <path d="m38 46 42 26 42-26" stroke="var(--accent)" />
      <path d="M58 32c6-6 12-6 18 0s12 6 18 0" stroke="var(--clay)" />
      <path d="M30 96h100" stroke="var(--clay)" />
    </>
  ),
  cloud: (
    <>
      <path
        d="M50 78c-18 0-18-24-2-26 2-20 32-24 40-6 16-6 30 6 26 18 10 4 6 14-4 14Z"
        stroke="var(--accent)"
        fill="var(--accent-wash)"
      />
      <path d="m66 88 28-34M58 96l4-5" stroke="var(--clay)" />
    </>
  ),
};

/** What an empty place says and offers. */
export type EmptyStateProps = {
  readonly picture?: EmptyPicture;
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
};

/** A friendly word where there is nothing yet. */
export function EmptyState({ picture = 'shelf', title, children, action }: EmptyStateProps): ReactElement {
  return (
    <div className={styles.empty}>
      <svg
        viewBox="0 0 160 110"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {drawings[picture]}
      </svg>
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}
