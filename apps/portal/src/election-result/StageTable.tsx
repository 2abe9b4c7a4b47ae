import type { Votes } from '@guildhall/client';
import type { ReactElement } from 'react';
import { useTexts, Veiled } from '@guildhall/ui';
import type { CountedCandidate, CountedStage, CountModel } from './count-model.js';
import { FateMark } from './FateMark.js';
import styles from './result.module.css';
import { useCountWords } from './use-count-words.js';
import { VotesText } from './VotesText.js';

/** The whole count as a table: a row for each candidate, a column for each stage, with what came and went. */
export function StageTable({ count }: { readonly count: CountModel }): ReactElement {
  const { t } = useTexts();
  const { headOf, nameOf } = useCountWords(count);
  return (
    <div className={styles.tableBox} role="region" aria-label={t('electionResult.tableTitle')} tabIndex={0}>
      <table className={styles.table}>
        <caption>{t('electionResult.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('electionResult.candidate')}</th>
            {count.stages.map((stage) => (
              <th key={stage.number} scope="col">
                {t('electionResult.stage', { number: stage.number })}
                <span className={styles.under}>{headOf(stage)}</span>
              </th>
            ))}
            <th scope="col">{t('electionResult.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {count.candidates.map((candidate) => (
            <tr key={candidate.id} data-fate={candidate.fate.kind}>
              <th scope="row">{nameOf(candidate.id)}</th>
              {count.stages.map((stage, index) => (
                <VotesCell key={stage.number} {...{ candidate, stage }} before={count.stages[index - 1]} />
              ))}
              <td>
                <FateMark fate={candidate.fate} />
              </td>
            </tr>
          ))}
          <SumRow count={count} label={t('electionResult.nobody')} of={({ nonTransferable }) => nonTransferable} />
          <SumRow count={count} label={t('electionResult.lost')} of={({ lost }) => lost} />
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  readonly candidate: CountedCandidate;
  readonly stage: CountedStage;
  readonly before: CountedStage | undefined;
};

function VotesCell({ candidate: { id, fate }, stage, before }: CellProps): ReactElement {
  const { t } = useTexts();
  const votes = stage.votes.get(id) ?? 0;
  const change = votes - (before?.votes.get(id) ?? votes);
  const isOut = fate.kind === 'EXCLUDED' && stage.number > fate.stage;
  if (isOut && votes === 0)
    return (
      <td>
        <span aria-hidden="true">–</span>
        <Veiled>{t('electionResult.isOut')}</Veiled>
      </td>
    );
  const isElectedHere = stage.elected.includes(id);
  return (
    <td data-elected={isElectedHere || undefined}>
      <VotesText votes={votes} />
      {isElectedHere && <Veiled> {t('electionResult.electedHere')}</Veiled>}
      {change !== 0 && (
        <span className={styles.under}>
          <VotesText votes={change} isChange />
        </span>
      )}
    </td>
  );
}

type SumProps = {
  readonly count: CountModel;
  readonly label: string;
  readonly of: (stage: CountedStage) => Votes;
};

function SumRow({ count, label, of }: SumProps): ReactElement | null {
  if (count.stages.every((stage) => of(stage) === 0)) return null;
  return (
    <tr className={styles.sum}>
      <th scope="row">{label}</th>
      {count.stages.map((stage) => (
        <td key={stage.number}>
          <VotesText votes={of(stage)} />
        </td>
      ))}
      <td />
    </tr>
  );
}
