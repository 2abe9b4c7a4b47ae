import { Form, SelectField, TextAreaField, TextField, useForm, useGraphMutation, useTexts } from '@guildhall/ui';
import type { ReactElement } from 'react';
import { RaiseSuggestionDocument } from '../generated/common/graphql.js';
import type { SuggestionProps } from './SuggestionCard.js';

/** Words for an elected officer, who carries the matter on; they begin with the number and hold nothing of any case. */
export function RaiseForm({ suggestion, onDone }: SuggestionProps): ReactElement {
  const { t, language } = useTexts();
  const raise = useGraphMutation(RaiseSuggestionDocument);
  const cause = t(`cause.${suggestion.cause}`);
  const department = suggestion.department?.name ?? t('course.noDepartment');
  const form = useForm({
    initial: {
      officer: suggestion.officers[0] ?? '',
      title: t('common.raiseTitle', { cause, department }),
      background: t('common.raiseBackground', { count: suggestion.students, cause, department }),
      problem: '',
      suggestion: '',
    },
    submit: async (values) => {
      const { data, problem } = await raise({ input: { ...values, suggestionId: suggestion.id, language } });
      return { result: data?.raiseSuggestion, problem };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('common.raiseSave')}>
      <SelectField
        name="officer"
        label={t('common.officer')}
        hint={t('common.officerHint')}
        options={suggestion.officers.map((subject) => ({ value: subject, label: subject }))}
      />
      <TextField name="title" label={t('common.proposalTitle')} />
      <TextAreaField name="background" rows={3} label={t('common.background')} />
      <TextAreaField name="problem" rows={3} label={t('common.problem')} />
      <TextAreaField name="suggestion" rows={3} label={t('common.suggestion')} />
    </Form>
  );
}
