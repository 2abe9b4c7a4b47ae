import { useId, type ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import { useResourceOptions } from '../path-writing/use-resource-options.js';
import { PlainField } from './PlainField.js';
import type { ReadingDraft } from './quiz-draft.js';
import styles from './quiz.module.css';

type ResourceChoiceProps = {
  readonly chosen: ReadingDraft;
  readonly problem: string | undefined;
  readonly onChoose: (reading: ReadingDraft) => void;
};

/** Chooses what there is to read about a question, found by words, or nothing. */
export function ResourceChoice({ chosen, problem, onChoose }: ResourceChoiceProps): ReactElement {
  const { t } = useTexts();
  const id = useId();
  const kept = { value: chosen.resourceId, label: chosen.resourceTitle };
  const { options, search, look } = useResourceOptions(kept);
  const choose = (resourceId: string): void => {
    const title = options.find(({ value }) => value === resourceId)?.label ?? '';
    onChoose({ resourceId, resourceTitle: title });
  };
  return (
    <div className={styles.fields}>
      <PlainField label={t('quizEdit.findResource')} value={search} onChange={look} />
      <div className={styles.field}>
        <label htmlFor={id}>{t('quizEdit.resource')}</label>
        <select
          id={id}
          value={chosen.resourceId}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t('quizEdit.noResource')}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        {problem !== undefined && (
          <span id={`${id}-problem`} className={styles.problem}>
            {problem}
          </span>
        )}
      </div>
    </div>
  );
}
