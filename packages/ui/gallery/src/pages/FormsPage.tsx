import type { ReactElement } from 'react';
import {
  Card,
  CheckboxesField,
  CheckboxField,
  Form,
  Page,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
  useForm,
  useTexts,
} from '@guildhall/ui';

const everyProblem = {
  __typename: 'ValidationError',
  fields: [
    { path: 'title', rule: 'REQUIRED' },
    { path: 'kind', rule: 'REQUIRED' },
    { path: 'capacity', rule: 'OUT_OF_RANGE' },
    { path: 'languages', rule: 'TOO_SHORT' },
    { path: 'risk.tier', rule: 'CONTRADICTION' },
  ],
};

/** Every field, and what a refused form looks like. */
export function FormsPage(): ReactElement {
  const { t } = useTexts();
  const form = useForm({
    initial: {
      title: '',
      summary: '',
      kind: '',
      startsAt: '2026-11-27T18:30',
      capacity: '40',
      audience: 'MEMBERS',
      languages: ['en'],
      reminder: true,
    },
    submit: async () => ({ result: everyProblem }),
  });
  return (
    <Page title={t('forms.title')} lead={t('forms.lead')}>
      <Card>
        <Form form={form} submitLabel={t('forms.send')}>
          <TextField name="title" label={t('forms.name')} hint={t('forms.nameHint')} />
          <TextAreaField name="summary" label={t('forms.summary')} isOptional />
          <SelectField
            name="kind"
            label={t('forms.kind')}
            options={[
              { value: 'SPORT', label: t('forms.sport') },
              { value: 'SOCIAL', label: t('forms.social') },
            ]}
          />
          <TextField name="startsAt" type="datetime-local" label={t('forms.when')} />
          <TextField name="capacity" type="number" label={t('forms.capacity')} isOptional />
          <RadioField
            name="audience"
            label={t('forms.rule')}
            options={[
              { value: 'MEMBERS', label: t('forms.members') },
              { value: 'PUBLIC', label: t('forms.public') },
            ]}
          />
          <CheckboxesField
            name="languages"
            label={t('forms.languages')}
            options={[
              { value: 'en', label: t('forms.english') },
              { value: 'zh', label: t('forms.mandarin') },
            ]}
          />
          <CheckboxField name="reminder" label={t('forms.consent')} />
        </Form>
      </Card>
    </Page>
  );
}
