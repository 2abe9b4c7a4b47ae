import type { ReactElement } from 'react';
import { Card, SoftText, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { FormAction } from '../parts/FormAction.js';
import { answersOf, answerValues } from './answer-values.js';
import { answerDocument, type ShownAsking } from './asking-documents.js';
import { QuestionFields } from './QuestionFields.js';

type OwnAnswersProps = { readonly activity: ShownAsking; readonly onChange: () => void };

/** What the viewer answered, and changing it until registration closes. Nothing where nothing is asked. */
export function OwnAnswers({ activity, onChange }: OwnAnswersProps): ReactElement | null {
  const { t } = useTexts();
  const answer = useAction(answerDocument, (data) => data.answerQuestions);
  const { questions, viewerRegistration: own } = activity;
  if (!own || questions.length === 0) return null;
  const given = own.answers ?? [];
  const values = new Map(given.map(({ question, value }) => [question.id, value]));
  const shown = (id: string, kind: string): string | undefined =>
    kind === 'AGREEMENT' && values.has(id) ? t('asking.agreed') : values.get(id);
  return (
    <Card>
      <h2>{t('asking.yourAnswers')}</h2>
      {given.length === 0 && <SoftText>{t('asking.nothingAnswered')}</SoftText>}
      <Facts facts={questions.map(({ id, kind, wording }) => ({ name: wording, value: shown(id, kind) }))} />
      <FormAction
        viewerActions={own.canChangeAnswers ? ['ANSWER'] : []}
        action="ANSWER"
        label={given.length === 0 ? t('asking.answer') : t('asking.change')}
        initial={answerValues(questions, given)}
        onRun={(changed) => answer({ input: { registrationId: own.id, answers: answersOf(questions, changed) } })}
        onDone={onChange}
      >
        <QuestionFields questions={questions} />
      </FormAction>
      <SoftText isSmall>{t('asking.whoReads')}</SoftText>
    </Card>
  );
}
