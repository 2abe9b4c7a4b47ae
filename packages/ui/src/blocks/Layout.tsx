import type { ReactElement, ReactNode } from 'react';
import styles from './blocks.module.css';

/** Things one below the other. */
export function Stack({
  children,
  gap = 'medium',
}: {
  readonly children: ReactNode;
  readonly gap?: 'small' | 'medium' | 'large';
}): ReactElement {
  return (
    <div className={styles.stack} data-gap={gap}>
      {children}
    </div>
  );
}

/** Things side by side that wrap when the screen is narrow. */
export function Cluster({
  children,
  justify = 'start',
}: {
  readonly children: ReactNode;
  readonly justify?: 'start' | 'between';
}): ReactElement {
  return (
    <div className={styles.cluster} data-justify={justify}>
      {children}
    </div>
  );
}

/** Cards in as many columns as fit. */
export function CardGrid({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles.cards}>{children}</div>;
}

/** A raised surface for one thing; `as` says what it is in the document. */
export function Card({
  children,
  as: Tag = 'section',
}: {
  readonly children: ReactNode;
  readonly as?: 'section' | 'article' | 'li' | 'div';
}): ReactElement {
  return <Tag className={styles.card}>{children}</Tag>;
}

/** Text that matters less than what is around it. */
export function SoftText({
  children,
  isSmall = false,
}: {
  readonly children: ReactNode;
  readonly isSmall?: boolean;
}): ReactElement {
  return <p className={isSmall ? `${styles.soft} ${styles.small}` : styles.soft}>{children}</p>;
}

/** Text for screen readers alone. */
export function Veiled({ children }: { readonly children: ReactNode }): ReactElement {
  return <span className={styles.veiled}>{children}</span>;
}
