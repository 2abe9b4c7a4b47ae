import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { CountedStage, CountModel } from './count-model.js';
import { sayVotes } from './format-votes.js';
import styles from './result.module.css';
import { useCountWords } from './use-count-words.js';
import { VotesText } from './VotesText.js';

type BarsProps = {
  readonly count: CountModel;
  readonly stage: CountedStage;
  readonly before: CountedStage | undefined;
};

/** Everybody's votes at the end of a stage as bars, with the quota as a line through all of them. */
export function StageBars({ count, stage, before }: BarsProps): ReactElement {
  const { t, language } = useTexts();
  const { nameOf } = useCountWords(count);
  const most = Math.max(count.quota, ...count.stages.flatMap(({ votes }) => [...votes.values()]));
  const percent = (votes: number): string => `${(votes / most) * 100}%`;
  const shown = count.candidates.filter(
    ({ id, fate }) => fate.kind !== 'EXCLUDED' || stage.number <= fate.stage || (stage.votes.get(id) ?? 0) > 0,
  );
  return (
    <div className={styles.bars}>
      <p className={styles.soft}>{t('electionResult.quotaLine', { quota: sayVotes(count.quota, language) })}</p>
      <ul>
        {shown.map(({ id }) => {
          const votes = stage.votes.get(id) ?? 0;
          const change = before === undefined ? 0 : votes - (before.votes.get(id) ?? 0);
          return (
            <li key={id}>
              <span className={styles.barHead}>
                <span>
                  {nameOf(id)}
                  {stage.elected.includes(id) && <strong> · {t('electionResult.electedHere')}</strong>}
                </span>
                <span>
                  <VotesText votes={votes} />
                  {change !== 0 && (
                    <span className={styles.change}>
                      {' '}
                      (<VotesText votes={change} isChange />)
                    </span>
                  )}
                </span>
              </span>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.fill}
                  data-elected={votes >= count.quota || undefined}
                  style={{ width: percent(votes) }}
                />
                <span className={styles.line} style={{ insetInlineStart: percent(count.quota) }} />
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
