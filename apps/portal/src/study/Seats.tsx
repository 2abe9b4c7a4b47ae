import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import styles from './study.module.css';

/** The seats of a study group: taken ones are filled. */
export function Seats({ taken, capacity }: { readonly taken: number; readonly capacity: number }): ReactElement {
  const { t } = useTexts();
  return (
    <div className={styles.seats} role="img" aria-label={t('study.seatsOf', { taken, capacity })}>
      {Array.from({ length: Math.max(taken, capacity) }, (_, seat) => (
        <span key={seat} className={styles.seat} data-taken={seat < taken} />
      ))}
    </div>
  );
}
