import { wholeVote, type Votes } from '@guildhall/client';
import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';

import styles from './result.module.css';

type VotesProps = {
  readonly votes: Votes;
  /** Shows a plus where votes came; a minus is always shown. */
  readonly isChange?: boolean;
};

/** A figure of a count with all that is exact about it: whole votes first, the five decimals smaller after them. */
export function VotesText({ votes, isChange = false }: VotesProps): ReactElement {
  const { language } = useTexts();
  const size = Math.abs(votes);
  const [whole, rest] = [Math.floor(size / wholeVote), size % wholeVote];
  const gained = isChange && votes > 0 ? '+' : '';
  return (
    <span className={styles.votes}>
      {votes < 0 ? '−' : gained}
      {whole.toLocaleString(language)}
      {rest > 0 && <span className={styles.decimals}>.{String(rest).padStart(5, '0')}</span>}
    </span>
  );
}
