import type { ReactElement } from 'react';
import styles from './credentials.module.css';
import { sealPetals } from './seal-petals.js';

/** A seal drawn from what a credential is for, so that one knows it again; it says nothing that the words do not. */
export function Seal({ name, status }: { readonly name: string; readonly status: string }): ReactElement {
  const { petals, inner, turn } = sealPetals(name);
  return (
    <svg className={styles.seal} data-status={status} viewBox="-50 -50 100 100" aria-hidden="true">
      <g transform={`rotate(${turn})`}>
        {petals.map((angle) => (
          <ellipse
            key={angle}
            cx="0"
            cy="-30"
            rx={inner}
            ry="16"
            transform={`rotate(${angle})`}
            fill="var(--accent-wash)"
            stroke="var(--accent)"
            strokeWidth="1.5"
          />
        ))}
      </g>
      <circle r="20" fill="var(--accent)" />
      <path d="M-8 0l6 6 11-12" fill="none" stroke="var(--accent-ink)" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
