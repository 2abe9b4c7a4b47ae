import type { ReactElement } from 'react';
import { CheckboxField, RadioField, TextAreaField, TextField, useField, useTexts } from '@guildhall/ui';
import { questionKinds } from './question-draft.js';

/** The fields of one question. */
export function QuestionDraftFields(): ReactElement {
  const { t } = useTexts();
  const { value: kind } = useField('kind');
  return (
    <>
      <TextField name="wording" label={t('asking.wording')} />
      <RadioField
        name="kind"
        label={t('asking.how')}
        options={questionKinds.map((value) => ({ value, label: t(`asking.kind.${value}`) }))}
      />
      {kind === 'CHOICE' && (
        <TextAreaField name="options" label={t('asking.options')} hint={t('asking.optionsHint')} rows={4} />
      )}
      <CheckboxField name="isRequired" label={t('asking.mustAnswer')} />
    </>
  );
}
