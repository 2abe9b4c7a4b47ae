import type { ReactElement } from 'react';
import { CheckboxesField, SelectField, TextField, useTexts } from '@guildhall/ui';
import { answerName, type AskedQuestion } from './answer-values.js';

export { ownWords as words } from './words.js';

/** The fields of the questions of an activity, inside any form whose values `answerValues` began. */
export function QuestionFields({ questions }: { readonly questions: readonly AskedQuestion[] }): ReactElement {
  return (
    <>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} />
      ))}
    </>
  );
}

function QuestionField({ question }: { readonly question: AskedQuestion }): ReactElement {
  const { t } = useTexts();
  const { id, kind, wording, isRequired, options } = question;
  const name = answerName(id);
  const label = isRequired ? wording : t('asking.optional', { wording });
  if (kind === 'AGREEMENT')
    return <CheckboxesField name={name} label={label} options={[{ value: 'yes', label: t('asking.agree') }]} />;
  if (kind === 'CHOICE')
    return <SelectField name={name} label={label} options={options.map((value) => ({ value, label: value }))} />;
  return <TextField name={name} label={label} hint={kind === 'NUMBER' ? t('asking.wholeNumber') : undefined} />;
}
