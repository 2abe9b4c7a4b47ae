import type { ReactElement } from 'react';
import { Button, Card, Cluster, IconButton, useTexts } from '@guildhall/ui';
import { ChoiceFields } from './ChoiceFields.js';
import { PlainField } from './PlainField.js';
import { ReadingField } from './ReadingField.js';
import { questionKinds, type QuestionDraft } from './quiz-draft.js';
import styles from './quiz.module.css';

/** A question being written. */
export type QuestionFieldsProps = {
  readonly question: QuestionDraft;
  readonly place: number;
  readonly count: number;
  /** What the graph found wrong, by path below the question. */
  readonly problemOf: (path: string) => string | undefined;
  readonly onChange: (changes: Partial<QuestionDraft>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** The fields of one question; those of its kind alone are shown. */
export function QuestionFields(props: QuestionFieldsProps): ReactElement {
  const { t } = useTexts();
  const { question, place, count, problemOf, onChange, onMove, onRemove } = props;
  return (
    <Card as="li">
      <Cluster justify="between">
        <h3>{t('quizEdit.question', { place })}</h3>
        <span className={styles.itemButtons}>
          {place > 1 && <IconButton icon="up" label={t('quizEdit.earlier', { place })} onPress={() => onMove(-1)} />}
          {place < count && <IconButton icon="down" label={t('quizEdit.later', { place })} onPress={() => onMove(1)} />}
        </span>
      </Cluster>
      <div className={styles.draft}>
        <label className={styles.field}>
          <span>{t('quizEdit.kind')}</span>
          <select
            value={question.kind}
            onChange={({ target }) => {
              const kind = questionKinds.find((known) => known === target.value);
              if (kind !== undefined) onChange({ kind });
            }}
          >
            {questionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`quizEdit.kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <PlainField
          label={t('quizEdit.prompt')}
          value={question.prompt}
          rows={2}
          problem={problemOf('prompt')}
          onChange={(prompt) => onChange({ prompt })}
        />
        <KindFields {...props} />
        <PlainField
          label={t('quizEdit.explanation')}
          value={question.explanation}
          rows={2}
          problem={problemOf('explanation')}
          onChange={(explanation) => onChange({ explanation })}
        />
        <ReadingField {...{ question, place, problemOf, onChange }} />
        <Cluster>
          {count > 1 && (
            <Button look="quiet" onPress={onRemove}>
              {t('quizEdit.remove', { place })}
            </Button>
          )}
        </Cluster>
      </div>
    </Card>
  );
}

function KindFields({ question, problemOf, onChange }: QuestionFieldsProps): ReactElement {
  const { t } = useTexts();
  if (question.kind === 'TRUE_FALSE') return <TrueFalseFields {...{ question, problemOf, onChange }} />;
  if (question.kind === 'NUMERIC')
    return (
      <div className={styles.fields}>
        {(['number', 'tolerance', 'unit'] as const).map((field) => (
          <PlainField
            key={field}
            label={t(`quizEdit.${field}`)}
            value={question[field]}
            problem={problemOf(field)}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
      </div>
    );
  if (question.kind === 'SHORT_TEXT')
    return (
      <PlainField
        label={t('quizEdit.accepted')}
        value={question.accepted}
        rows={3}
        problem={problemOf('accepted') ?? problemOf('accepted.0')}
        onChange={(accepted) => onChange({ accepted })}
      />
    );
  return <ChoiceFields {...{ question, problemOf, onChange }} />;
}

function TrueFalseFields({
  question,
  problemOf,
  onChange,
}: Pick<QuestionFieldsProps, 'question' | 'problemOf' | 'onChange'>): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <label className={styles.field}>
        <span>{t('quizEdit.isTrue')}</span>
        <select
          value={String(question.isTrue)}
          onChange={({ target }) => onChange({ isTrue: target.value === 'true' })}
        >
          <option value="true">{t('quiz.true')}</option>
          <option value="false">{t('quiz.false')}</option>
        </select>
      </label>
      {(['saidIfTrue', 'saidIfFalse'] as const).map((field, index) => (
        <PlainField
          key={field}
          label={t(`quizEdit.${field}`)}
          value={question[field]}
          problem={problemOf(`choices.${index}.feedback`)}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
    </>
  );
}
