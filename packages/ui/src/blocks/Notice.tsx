import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icons/Icon.js';
import styles from './blocks.module.css';

/** What a notice or a badge is about: colour is never its only sign. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'danger';

const icons = { neutral: 'info', info: 'info', good: 'check', warn: 'alert', danger: 'alert' } as const;

/** A sentence that stands out. Dangers are read aloud at once, the rest when the reader pauses. */
export function Notice({
  tone = 'info',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** The state of a thing in a word. `tone` may repeat what the word says and never adds to it. */
export function StatusBadge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
