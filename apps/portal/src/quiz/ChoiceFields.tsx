import type { ReactElement } from 'react';
import { Button, Cluster, Stack, useTexts } from '@guildhall/ui';
import { PlainField } from './PlainField.js';
import type { ChoiceDraft, QuestionDraft } from './quiz-draft.js';
import type { QuestionFieldsProps } from './QuestionFields.js';
import styles from './quiz.module.css';

const most = 8;

type ChoiceFieldsProps = Pick<QuestionFieldsProps, 'question' | 'problemOf' | 'onChange'>;

/** What can be chosen, which of it is right, and what is said to whoever chose it; for an order, the things in it. */
export function ChoiceFields({ question, problemOf, onChange }: ChoiceFieldsProps): ReactElement {
  const { t } = useTexts();
  const { kind, choices } = question;
  const problem = problemOf('choices');
  const isOrder = kind === 'ORDERING';
  const change = (index: number, changes: Partial<ChoiceDraft>): void =>
    onChange({ choices: changedAt(question, index, changes) });
  return (
    <Stack gap="small">
      {problem !== undefined && <span className={styles.problem}>{problem}</span>}
      {choices.map((choice, index) => (
        <div key={index} className={styles.draftChoice}>
          <PlainField
            label={t(isOrder ? 'quizEdit.item' : 'quizEdit.choice', { place: index + 1 })}
            value={choice.text}
            problem={problemOf(`choices.${index}.text`)}
            onChange={(text) => change(index, { text })}
          />
          {!isOrder && (
            <>
              <label className={styles.choice}>
                <input
                  type="checkbox"
                  checked={choice.isRight}
                  onChange={({ target }) => change(index, { isRight: target.checked })}
                />
                {t('quizEdit.isRight', { place: index + 1 })}
              </label>
              <PlainField
                label={t('quizEdit.feedback', { place: index + 1 })}
                value={choice.feedback}
                problem={problemOf(`choices.${index}.feedback`)}
                onChange={(feedback) => change(index, { feedback })}
              />
            </>
          )}
        </div>
      ))}
      {choices.length < most && (
        <Cluster>
          <Button
            look="quiet"
            icon="plus"
            onPress={() => onChange({ choices: [...choices, { text: '', isRight: false, feedback: '' }] })}
          >
            {t('quizEdit.addChoice')}
          </Button>
        </Cluster>
      )}
    </Stack>
  );
}

/** Where one alone is right, making one right makes the others wrong. */
function changedAt(
  { kind, choices }: QuestionDraft,
  index: number,
  changes: Partial<ChoiceDraft>,
): readonly ChoiceDraft[] {
  const isOnly = kind === 'SINGLE_CHOICE' && changes.isRight === true;
  return choices.map((choice, at) => {
    if (at === index) return { ...choice, ...changes };
    return isOnly ? { ...choice, isRight: false } : choice;
  });
}
