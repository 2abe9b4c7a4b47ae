import type { ReactElement } from 'react';
import { buttonClass, Icon, SoftText, StatusBadge, useTexts, Veiled } from '@guildhall/ui';
import type { PaperCandidate } from './ballot-documents.js';
import styles from './elections.module.css';
import { markOf, type PaperButton } from './next-focus.js';
import { StatementText } from './StatementText.js';
import { useElectionWords } from './use-election-words.js';

type CandidateRowProps = {
  readonly candidate: PaperCandidate;
  /** Which preference it would be, from 1. */
  readonly nextPlace: number;
  readonly onPress: (button: PaperButton) => void;
};

/** Somebody on the paper who is not ranked, with what they say and the button that ranks them next. */
export function CandidateRow({ candidate, nextPlace, onPress }: CandidateRowProps): ReactElement {
  const { t } = useTexts();
  const { nameOf } = useElectionWords();
  const { id, isReopen, status, statements } = candidate;
  const name = nameOf(candidate);
  const button: PaperButton = { does: 'ADD', candidateId: id };
  return (
    <li className={styles.unranked}>
      <strong className={styles.name}>{name}</strong>
      {standsNow(candidate) ? (
        <button
          type="button"
          className={buttonClass}
          data-look="plain"
          data-press={markOf(button)}
          onClick={() => onPress(button)}
        >
          <Icon name="plus" />
          {t('elections.add', { place: nextPlace })} <Veiled>{name}</Veiled>
        </button>
      ) : (
        <StatusBadge tone="warn">{t(`elections.candidate.${status ?? 'WITHDRAWN'}`)}</StatusBadge>
      )}
      <div className={styles.says}>
        {isReopen ? (
          <SoftText isSmall>{t('elections.reopenLead')}</SoftText>
        ) : (
          statements.length > 0 && (
            <details>
              <summary>
                {t('elections.statement')} <Veiled>{name}</Veiled>
              </summary>
              <StatementText statements={statements} />
            </details>
          )
        )}
      </div>
    </li>
  );
}

/** Whether a ballot can still help somebody on the paper. */
export function standsNow({ isReopen, status }: PaperCandidate): boolean {
  return isReopen || status === 'STANDING';
}
