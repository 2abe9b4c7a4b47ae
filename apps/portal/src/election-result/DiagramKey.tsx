import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { CountModel } from './count-model.js';
import styles from './diagram.module.css';
import { letterOf } from './DiagramLabels.js';
import { hueOf } from './hue-of.js';
import { useCountWords } from './use-count-words.js';

type KeyProps = {
  readonly count: CountModel;
  /** Whether letters stand for the names in the picture. */
  readonly isNumbered: boolean;
};

/** What the marks of the picture mean. */
export function DiagramKey({ count, isNumbered }: KeyProps): ReactElement {
  const { t } = useTexts();
  const { nameOf } = useCountWords(count);
  const hasStranded = count.stages.some(({ nonTransferable }) => nonTransferable > 0);
  return (
    <ul className={styles.key}>
      {isNumbered &&
        count.candidates.map(({ id, fate }, place) => (
          <li key={id}>
            <span className={styles.swatch} data-hue={hueOf(count, id)} aria-hidden="true" />
            <span>
              <strong>{letterOf(place)}</strong> {nameOf(id)}{' '}
              <span className={styles.soft}>{t(`electionResult.fateShort.${fate.kind}`, { stage: fate.stage })}</span>
            </span>
          </li>
        ))}
      {hasStranded && isNumbered && (
        <li>
          <span className={styles.swatch} data-hue="nobody" aria-hidden="true" />
          <span>
            <strong>{letterOf(-1)}</strong> {t('electionResult.nobody')}
          </span>
        </li>
      )}
      <li>
        <span className={styles.quotaSwatch} aria-hidden="true" />
        <span className={styles.soft}>{t('electionResult.keyQuota')}</span>
      </li>
    </ul>
  );
}
