import { useState, type ReactElement } from 'react';
import { Button, Card, Cluster, isUserError, ResultNotice, Stack, useTexts, type Outcome } from '@guildhall/ui';
import { moved } from './given.js';
import { LeaveGuard } from './LeaveGuard.js';
import { PlainField } from './PlainField.js';
import { QuestionFields } from './QuestionFields.js';
import { newQuestion, type QuestionDraft, type QuizDraft } from './quiz-draft.js';
import styles from './quiz.module.css';

type QuizFormProps = {
  readonly initial: QuizDraft;
  readonly onSave: (draft: QuizDraft) => Promise<Outcome>;
  readonly onSaved: (result: Outcome['result']) => void;
};

/** Where the mutations' input has what is set for the whole quiz. */
const settingsPath = 'settings';
const settings = ['language', 'drawCount', 'passPercent', 'timeLimitMinutes', 'attemptsMax'] as const;

/** A version of a quiz being written. Nothing typed is lost: whoever leaves with something unsaved is asked. */
export function QuizForm({ initial, onSave, onSaved }: QuizFormProps): ReactElement {
  const { t } = useTexts();
  const [draft, setDraft] = useState(initial);
  const [isChanged, setChanged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const change = (changes: Partial<QuizDraft>): void => {
    setChanged(true);
    setDraft((known) => ({ ...known, ...changes }));
  };
  const faults = outcome?.result?.fields ?? [];
  const problemOf = (path: string): string | undefined => {
    const fault = faults.find((one) => one.path === path);
    return fault && t(`quizEdit.rules.${fault.rule}`);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const next = await onSave(draft);
    setBusy(false);
    setOutcome(next);
    if (next.result === undefined || isUserError(next.result)) return;
    setChanged(false);
    onSaved(next.result);
  };
  return (
    <Stack>
      <Card>
        <h2>{t('quizEdit.settings')}</h2>
        <div className={styles.fields}>
          {settings.map((field) => (
            <PlainField
              key={field}
              label={t(`quizEdit.${field}`)}
              value={draft[field]}
              problem={problemOf(`${settingsPath}.${field}`)}
              onChange={(value) => change({ [field]: value })}
            />
          ))}
        </div>
      </Card>
      <Questions questions={draft.questions} problemOf={problemOf} onChange={(questions) => change({ questions })} />
      <ResultNotice outcome={outcome} shownFields={faults.map(({ path }) => path)} />
      <Cluster>
        <Button look="primary" isBusy={isBusy} onPress={() => void save()}>
          {t('quizEdit.save')}
        </Button>
      </Cluster>
      <LeaveGuard isOn={isChanged} />
    </Stack>
  );
}

type QuestionsProps = {
  readonly questions: readonly QuestionDraft[];
  readonly problemOf: (path: string) => string | undefined;
  readonly onChange: (questions: readonly QuestionDraft[]) => void;
};

function Questions({ questions, problemOf, onChange }: QuestionsProps): ReactElement {
  const { t } = useTexts();
  const places = questions.map((_, index) => index);
  return (
    <>
      <h2>{t('quizEdit.questions')}</h2>
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          <QuestionFields
            key={question.id}
            question={question}
            place={index + 1}
            count={questions.length}
            problemOf={(path) => problemOf(`questions.${index}.${path}`)}
            onChange={(changes) =>
              onChange(questions.map((one) => (one.id === question.id ? { ...one, ...changes } : one)))
            }
            onMove={(by) => onChange(moved(places, index, by).flatMap((place) => questions[place] ?? []))}
            onRemove={() => onChange(questions.filter(({ id }) => id !== question.id))}
          />
        ))}
      </ol>
      <Cluster>
        <Button icon="plus" onPress={() => onChange([...questions, newQuestion(crypto.randomUUID())])}>
          {t('quizEdit.add')}
        </Button>
      </Cluster>
    </>
  );
}
