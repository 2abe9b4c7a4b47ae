import {
  Button,
  CheckboxField,
  Form,
  Notice,
  RadioField,
  SelectField,
  Stack,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import { useState, type ReactElement } from 'react';
import { RecordMediationAgreementDocument } from '../generated/mediation-forms/graphql.js';
import type { HeldFormProps } from './SessionForm.js';

const termsMax = 12;
const weeks = [4, 5, 6, 7, 8];

/** Records what the sides agreed on: each promise with who owes it and by when. Everything else of the talks is destroyed with it. */
export function AgreementForm({ mediation: { id: mediationId, parties }, onDone }: HeldFormProps): ReactElement {
  const { t } = useTexts();
  const [count, setCount] = useState(1);
  const record = useGraphMutation(RecordMediationAgreementDocument);
  const form = useForm({
    initial: termFields(),
    submit: async (values) => {
      const terms = Array.from({ length: count }, (_, index) => ({
        text: String(values[`terms.${index}.text`]),
        owedBy: String(values[`terms.${index}.owedBy`]),
        dueOn: String(values[`terms.${index}.dueOn`]) || '1970-01-01',
      }));
      const { data, problem } = await record({
        input: {
          mediationId,
          terms,
          extent: values['extent'] === 'PARTIAL' ? 'PARTIAL' : 'FULL',
          followUpWeeks: Number(values['followUpWeeks']),
          warningsRead: values['warningsRead'] === true,
        },
      });
      return { result: data?.recordMediationAgreement, problem };
    },
    onDone,
  });
  const hasWarning = (form.outcome?.result?.fields ?? []).some(({ rule }) => rule === 'CONTRADICTION');
  return (
    <Form
      form={form}
      submitLabel={t('mediations.recordYes')}
      secondary={count < termsMax && <Button onPress={() => setCount(count + 1)}>{t('mediations.addTerm')}</Button>}
    >
      <Notice>{t('mediations.recordLead')}</Notice>
      {Array.from({ length: count }, (_, index) => (
        <TermFields key={index} index={index} parties={parties} />
      ))}
      <RadioField
        name="extent"
        label={t('mediations.extent')}
        options={['FULL', 'PARTIAL'].map((value) => ({ value, label: t(`mediation.extent.${value}`) }))}
      />
      <SelectField
        name="followUpWeeks"
        label={t('mediations.followUp')}
        options={weeks.map((value) => ({ value: String(value), label: t('mediations.weeks', { count: value }) }))}
      />
      {hasWarning && (
        <>
          <Notice tone="warn">{t('mediations.secrecy')}</Notice>
          <CheckboxField name="warningsRead" label={t('mediations.warningsRead')} />
        </>
      )}
    </Form>
  );
}

type TermFieldsProps = { readonly index: number; readonly parties: HeldFormProps['mediation']['parties'] };

function TermFields({ index, parties }: TermFieldsProps): ReactElement {
  const { t } = useTexts();
  const number = index + 1;
  return (
    <Stack gap="small">
      <TextAreaField name={`terms.${index}.text`} label={t('mediations.termText', { number })} rows={2} />
      <SelectField
        name={`terms.${index}.owedBy`}
        label={t('mediations.termOwedBy', { number })}
        options={parties.map(({ id, name }) => ({ value: id, label: name ?? '' }))}
      />
      <TextField name={`terms.${index}.dueOn`} type="date" label={t('mediations.termDueOn', { number })} />
    </Stack>
  );
}

/** Every term that there may be has its fields from the start, so that a problem finds its place. */
function termFields(): Readonly<Record<string, string | boolean>> {
  const terms: Record<string, string> = {};
  for (let index = 0; index < termsMax; index += 1)
    for (const part of ['text', 'owedBy', 'dueOn']) terms[`terms.${index}.${part}`] = '';
  return { extent: 'FULL', followUpWeeks: '6', warningsRead: false, ...terms };
}
