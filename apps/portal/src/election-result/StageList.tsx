import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { CountedStage, CountModel } from './count-model.js';
import styles from './result.module.css';
import { StageBars } from './StageBars.js';
import { useCountWords } from './use-count-words.js';

/** The count in words, stage by stage. On a phone each stage also shows everybody's votes, in place of the table. */
export function StageList({ count }: { readonly count: CountModel }): ReactElement {
  return (
    <ol className={styles.stages}>
      {count.stages.map((stage, index) => (
        <StageItem key={stage.number} {...{ count, stage }} before={count.stages[index - 1]} />
      ))}
    </ol>
  );
}

type ItemProps = {
  readonly count: CountModel;
  readonly stage: CountedStage;
  readonly before: CountedStage | undefined;
};

function StageItem({ count, stage, before }: ItemProps): ReactElement {
  const { t } = useTexts();
  const { headOf, sentencesOf } = useCountWords(count);
  return (
    <li className={styles.stage}>
      <h3>{t('electionResult.stageTitle', { number: stage.number, what: headOf(stage) })}</h3>
      {sentencesOf(stage).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <StageBars {...{ count, stage, before }} />
    </li>
  );
}
