import { Icon, useTexts, Veiled } from '@guildhall/ui';
import type { ReactElement } from 'react';
import styles from './elections.module.css';
import type { Check } from './what-is-left.js';

/** What must hold before a step, with what holds already; said in words and not by colour alone. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }): ReactElement | null {
  const { t } = useTexts();
  if (checks.length === 0) return null;
  return (
    <ul className={styles.checks}>
      {checks.map(({ key, isDone, count }) => (
        <li key={key} data-done={isDone}>
          <Icon name={isDone ? 'check' : 'clock'} />
          <span>
            <Veiled>{t(isDone ? 'elections.checkDone' : 'elections.checkLeft')}</Veiled>{' '}
            {t(isDone ? `elections.done.${key}` : `elections.left.${key}`, { count })}
          </span>
        </li>
      ))}
    </ul>
  );
}
