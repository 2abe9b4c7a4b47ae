import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../icons/Icon.js';
import { useTexts } from '../texts/texts.js';
import styles from './blocks.module.css';
import { Veiled } from './Layout.js';

/** One stage of something that goes on. */
export type TimelineStep = {
  readonly key: string;
  readonly title: string;
  readonly state: 'done' | 'now' | 'next' | 'problem';
  readonly detail?: ReactNode;
};

/** Stages in their order; the present one is marked for everybody, not by colour alone. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }): ReactElement {
  const { t } = useTexts();
  const words = {
    done: t('timeline.done'),
    now: t('timeline.now'),
    next: t('timeline.next'),
    problem: t('timeline.problem'),
  };
  return (
    <ol className={styles.timeline}>
      {steps.map(({ key, title, state, detail }) => (
        <li key={key} className={styles.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles.dot} data-state={state}>
            {state === 'done' && <Icon name="check" size="0.800rem" />}
            {state === 'problem' && <Icon name="cross" size="0.800rem" />}
          </span>
          <span className={styles.stepTitle}>
            {title} <Veiled>({words[state]})</Veiled>
          </span>
          {detail !== undefined && <span className={`${styles.soft} ${styles.small}`}>{detail}</span>}
        </li>
      ))}
    </ol>
  );
}
