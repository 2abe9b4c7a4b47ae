import type { FieldValue, FormValues } from '@guildhall/ui';
import {
  Button,
  Form,
  SelectField,
  SoftText,
  Stack,
  TextAreaField,
  TextField,
  useForm,
  useGraphMutation,
  useReferralFieldNames,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { requireFilled } from '../blocks/require-filled.js';
import type { DepartmentsQuery } from '../generated/refer/graphql.js';
import { DraftReferralDocument } from '../generated/refer/graphql.js';

const fieldsMax = 20;

/** The case, the departments to choose from, and what follows. */
export type DraftReferralFormProps = {
  readonly caseId: string;
  readonly departments: NonNullable<DepartmentsQuery['departments']>;
  readonly onDone: () => void;
};

/** A department and up to twenty named fields, so that the student can consent to each of them alone. */
export function DraftReferralForm({ caseId, departments, onDone }: DraftReferralFormProps): ReactElement {
  const { t } = useTexts();
  const { nameOf } = useReferralFieldNames();
  const draft = useGraphMutation(DraftReferralDocument);
  const [count, setCount] = useState(1);
  const initial: FormValues = { departmentId: '', 'fields.0.name': '', 'fields.0.value': '' };
  const form = useForm({
    initial,
    submit: async (values) => {
      const departmentId = text(values['departmentId']);
      const missing = requireFilled({ departmentId });
      if (missing !== undefined) return missing;
      const { data, problem } = await draft({
        input: { caseId, departmentId, fields: namedFields(values, count, nameOf) },
      });
      return { result: data?.draftReferral, problem };
    },
    onDone,
  });
  const add = (): void => {
    form.change(`fields.${count}.name`, '');
    form.change(`fields.${count}.value`, '');
    setCount(count + 1);
  };
  const chosen = departments.find(({ id }) => id === form.values['departmentId']);
  const addButton = (
    <Button icon="plus" onPress={add}>
      {t('referral.addField')}
    </Button>
  );
  return (
    <Form form={form} submitLabel={t('referral.draftSave')} secondary={count < fieldsMax ? addButton : undefined}>
      <SelectField
        name="departmentId"
        label={t('referral.department')}
        options={departments
          .filter(({ status }) => status === 'ACTIVE')
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      {chosen && <SoftText>{[chosen.remit, chosen.contact].filter((words) => words !== '').join(' ')}</SoftText>}
      {Array.from({ length: count }, (_, index) => (
        <NamedField key={index} index={index} />
      ))}
    </Form>
  );
}

function NamedField({ index }: { readonly index: number }): ReactElement {
  const { t } = useTexts();
  const { suggestions } = useReferralFieldNames();
  const number = index + 1;
  return (
    <Stack gap="small">
      <TextField
        name={`fields.${index}.name`}
        label={t('referral.nthName', { number })}
        hint={index === 0 ? t('referral.nameHint') : undefined}
        suggestions={suggestions}
      />
      <TextAreaField name={`fields.${index}.value`} label={t('referral.nthValue', { number })} rows={3} />
    </Stack>
  );
}

/** The fields as they stand; those left empty at the end were only offered. The first is always sent, so that its problems are told. */
function namedFields(
  values: FormValues,
  count: number,
  nameOf: (words: string) => string,
): readonly { readonly name: string; readonly value: string }[] {
  const fields = Array.from({ length: count }, (_, index) => ({
    name: nameOf(text(values[`fields.${index}.name`])),
    value: text(values[`fields.${index}.value`]),
  }));
  const last = fields.findLastIndex(({ name, value }) => name.trim() !== '' || value.trim() !== '');
  return fields.slice(0, Math.max(last, 0) + 1);
}

function text(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
