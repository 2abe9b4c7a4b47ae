import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../texts/texts.js';
import styles from './blocks.module.css';

/** A person, as far as the viewer may know them. */
export type PersonChipProps = {
  /** Null when the person does not share it with the viewer. */
  readonly name?: string | null;
  /** A role, pronouns, or whatever helps to know who it is. */
  readonly detail?: ReactNode;
};

/** A person by initial and name, or as "a member" when the name is not shared. */
export function PersonChip({ name, detail }: PersonChipProps): ReactElement {
  const { t } = useTexts();
  const shown = name ?? t('person.hiddenName');
  const [initial = ''] = shown;
  const shade = [...shown].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 4;
  return (
    <span className={styles.person}>
      <span className={styles.face} data-shade={shade} aria-hidden="true">
        {initial.toLocaleUpperCase()}
      </span>
      <span className={styles.personText}>
        <span>{shown}</span>
        {detail !== undefined && <span className={`${styles.soft} ${styles.small}`}>{detail}</span>}
      </span>
    </span>
  );
}
